import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMade, type Json, record } from "./raw-template.ts";

/** A table of what each property of CloudFormation's types says about access: type, kind, path. It is no part of this project. */
const table = fileURLToPath(
  new URL("../../../shared/reference/data/cloudformation-identity-types.tsv", import.meta.url),
);

const kinds = new Set([
  ...["identity-policy-document", "resource-policy-document", "trust-policy"],
  ...["org-policy-document", "iot-policy-document", "resource-policy-statement"],
]);

/** What the table leaves out. */
const beside = [["AWS::Logs::Destination", "DestinationPolicy"]] as const;

/** Where documents stand, by type: `AssumeRolePolicyDocument`, `Policies[].PolicyDocument`. */
const paths: ReadonlyMap<string, readonly Place[]> = places();

interface Place {
  readonly path: string;
  readonly isTrust: boolean;
}

function places(): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  const lines = existsSync(table) ? readFileSync(table, "utf8").trim().split("\n").slice(1) : [];
  for (const [type = "", kind = "", path = ""] of lines.map((line) => line.split("\t")))
    if (kinds.has(kind) && !type.startsWith("AWS::Serverless::"))
      found.set(type, [...(found.get(type) ?? []), { path, isTrust: kind === "trust-policy" }]);
  for (const [type, path] of beside) found.set(type, [{ path, isTrust: false }]);
  return found;
}

/** A document of a resource as it is written: where it stands, and how many statements it has; no number where a function may choose some of it. */
export interface Written {
  readonly pointer: string;
  readonly isTrust: boolean;
  readonly statements: number | undefined;
}

/** What is written in a resource, and the places below which a function decides. */
export interface Documents {
  readonly written: readonly Written[];
  readonly made: readonly string[];
}

export function documentsOf(resource: Json, at: string): Documents {
  if (isMade(resource.Properties)) return { written: [], made: [`${at}/Properties`] };
  const written: Written[] = [];
  const made: string[] = [];
  for (const { path, isTrust } of paths.get(String(resource.Type)) ?? [])
    for (const { value, pointer } of valuesAt(resource.Properties, path.split("."), `${at}/Properties`))
      if (isMade(value)) made.push(pointer);
      else if (value !== undefined) written.push({ pointer, isTrust, statements: statementsIn(value) });
  return { written, made };
}

interface Found {
  readonly value: unknown;
  readonly pointer: string;
}

/** The values at a path; what a function makes on the way is one of them. */
function valuesAt(value: unknown, [step, ...rest]: readonly string[], pointer: string): readonly Found[] {
  if (step === undefined || isMade(value)) return [{ value, pointer }];
  const name = step.replace("[]", "");
  const below = { value: record(value)[name], pointer: `${pointer}/${name}` };
  if (below.value === undefined) return [];
  if (!step.endsWith("[]") || isMade(below.value)) return valuesAt(below.value, rest, below.pointer);
  const items: readonly unknown[] = Array.isArray(below.value) ? below.value : [below.value];
  return items.flatMap((item, i) =>
    valuesAt(item, rest, Array.isArray(below.value) ? `${below.pointer}/${i}` : below.pointer),
  );
}

/** A document may be a text of JSON. */
function statementsIn(document: unknown): number | undefined {
  if (typeof document === "string") return statementsIn(parsed(document));
  const { Statement: all, statement } = record(document);
  const found = all ?? statement;
  if (found === undefined || typeof found === "string" || JSON.stringify(found).includes('"Fn::If"')) return undefined;
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  return isMade(found) || list.some(isMade) ? undefined : list.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
