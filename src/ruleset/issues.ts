import type { z } from "zod";
import { didYouMean } from "./did-you-mean.ts";
import { knownKeys } from "./known-keys.ts";
import type { Path } from "./layer.ts";
import { type Mistake, quoted } from "./mistake.ts";
import type { YamlDocument } from "./yaml-document.ts";

type Issue = z.core.$ZodIssue;

/** Keys that are planned but not understood yet. */
const later: ReadonlyMap<string, string> = new Map([
  ["owners.from", `owners "from" a file comes in a later version: list them under "known"`],
]);

/** Where the checked value stands in the document, and what it was checked against. */
export interface Checked {
  readonly document: YamlDocument;
  readonly schema: z.core.$ZodType;
  /** Steps from the top of the document to the checked value. */
  readonly base: Path;
}

/** What a schema has against a value, as mistakes with their places. */
export function mistakesOf(issues: readonly Issue[], checked: Checked): readonly Mistake[] {
  return issues.flatMap((issue) => mistakes(issue, [], checked));
}

function mistakes(issue: Issue, above: Path, checked: Checked): readonly Mistake[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, path, checked));
  if (issue.code === "invalid_union") {
    const branch = likelyBranch(issue.errors, valueAt(checked, path));
    if (branch !== undefined) return branch.flatMap((one) => mistakes(one, path, checked));
  }
  const full = [...checked.base, ...path];
  const isKey = issue.code === "invalid_key";
  return [
    {
      place: isKey ? checked.document.keyPlace(full) : checked.document.place(full),
      message: describe(issue, path, checked),
    },
  ];
}

function unknownKey(key: string, path: Path, { document, schema, base }: Checked): Mistake {
  const full = [...base, ...path, key];
  const message = later.get(full.join(".")) ?? `unknown key ${quoted(key)}${didYouMean(key, knownKeys(schema, path))}`;
  return { place: document.keyPlace(full), message };
}

/** The member of a union that was meant: the one whose mistakes lie inside the value, or the list of words where a word was given. */
function likelyBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  const inside = branches.filter(
    (issues) => !issues.every((one) => one.path.length === 0 && one.code !== "unrecognized_keys"),
  );
  if (inside.length > 0) return inside[0];
  if (typeof value === "object" && value !== null)
    return branches.find((issues) => issues.some((one) => one.code === "unrecognized_keys"));
  return branches.find((issues) => issues.some((one) => one.code === "invalid_value" || one.code === "invalid_format"));
}

function describe(issue: Issue, path: Path, checked: Checked): string {
  const value = valueAt(checked, path);
  const last = path.at(-1);
  const name = typeof last === "string" ? `${quoted(last)} ` : "";
  switch (issue.code) {
    case "invalid_type":
      return value === undefined
        ? `${name}is missing`
        : `${name}must be ${kinds.get(issue.expected) ?? issue.expected}, not ${given(value)}`;
    case "invalid_value":
      return `${name}is ${given(value)}: it can be ${issue.values.join(", ")}${didYouMean(String(value), issue.values.map(String))}`;
    case "invalid_key":
      return `${quoted(String(last))}: ${issue.issues[0]?.message ?? issue.message}`;
    case "invalid_union":
      return value === undefined ? `${name}is missing` : `${name}cannot be ${given(value)}`;
    case "custom":
      return typeof value === "object" ? `${name}${issue.message}` : refused(name, value, issue.message);
    default:
      return refused(name, value, issue.message);
  }
}

function refused(name: string, value: unknown, why: string): string {
  return `${name}${value === "" ? "is empty" : `is ${given(value)}: ${why}`}`;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ["string", "text (put it in quotes)"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "a map"],
  ["record", "a map"],
]);

function given(value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return quoted(`${value}`);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "a map" : "empty";
}

function valueAt({ document, base }: Checked, path: Path): unknown {
  let value = document.value;
  for (const step of [...base, ...path]) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
