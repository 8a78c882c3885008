import { date, table } from "./identity-types.generated.ts";

/** What a resource type says about access. */
export type Kind =
  | "identity"
  | "trust"
  | "policy"
  | "attachment"
  | "resource-policy"
  | "role-user"
  | "credential"
  | "federation"
  | "guardrail";

interface Listed {
  readonly provider: string;
  readonly kinds: readonly Kind[];
}

/** The day of the provider schemas that the list was made from, YYYY-MM-DD. */
export const identityTypesDate: string = date;

let types: ReadonlyMap<string, Listed> | undefined;

/**
 * What a Terraform resource type says about access; data sources as `data.TYPE`. Undefined for types that are not
 * listed.
 */
export function identityKinds(type: string): readonly Kind[] | undefined {
  return listed().get(type)?.kinds;
}

/** The provider of a listed type, by its short name: `google`, `azurerm`. */
export function providerOf(type: string): string | undefined {
  return listed().get(type)?.provider;
}

function listed(): ReadonlyMap<string, Listed> {
  types ??= typesIn(table);
  return types;
}

/** A line holds the types of one provider that are of the same kinds. */
function typesIn(lines: string): ReadonlyMap<string, Listed> {
  const found = new Map<string, Listed>();
  for (const line of lines.split("\n")) {
    const [provider, kinds, names] = line.split("\t");
    if (provider === undefined || kinds === undefined || names === undefined)
      throw new Error(`not a group of types: ${line}`);
    const listed: Listed = { provider, kinds: kinds.split(" ") as Kind[] };
    for (const name of names.split(" ")) found.set(name, listed);
  }
  return found;
}
