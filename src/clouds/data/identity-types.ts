import { table } from "./identity-types.generated.ts";

interface Listed {
  readonly provider: string;
  readonly kinds: readonly string[];
}

let types: ReadonlyMap<string, Listed> | undefined;

/** What a Terraform resource type says about access: `identity`, `trust`, `policy`, `attachment`, `resource-policy`, `role-user`, `credential`, `federation`, `guardrail`. Undefined for types that are not listed. */
export function identityKinds(type: string): readonly string[] | undefined {
  return listed().get(type)?.kinds;
}

/** The provider of a listed type. */
export function providerOf(type: string): string | undefined {
  return listed().get(type)?.provider;
}

function listed(): ReadonlyMap<string, Listed> {
  types ??= new Map(table.split("\n").flatMap(ofProvider));
  return types;
}

function ofProvider(line: string): readonly (readonly [string, Listed])[] {
  const [provider = "", rest = ""] = line.split("\t");
  const words = rest.split(" ");
  return words.flatMap((type, i) => (i % 2 === 0 ? [[type, { provider, kinds: (words[i + 1] ?? "").split(",") }] as const] : []));
}
