import type { Defect } from "#model/defect.ts";
import { elements, type MapTree, type Tree } from "#model/tree.ts";
import { defect, knownTextOf, type Purpose } from "./defect.ts";
import { principalDefects } from "./grammar-principals.ts";
import { statementDefects } from "./grammar-statements.ts";
import { elementReader } from "./statement.ts";

/**
 * What in a policy document AWS refuses, or takes for something that never applies. What is not known yet is skipped.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function documentDefects(document: MapTree, purpose: Purpose): readonly Defect[] {
  const element = elementReader(document);
  const statements = elements(element("Statement"));
  const parts = statements.filter((one) => one.kind === "map");
  return [
    ...unknownElements(document, ["version", "id", "statement"]),
    ...versionDefects(element("Version")),
    ...(element("Statement").kind === "absent" ? [defect("no Statement", "it has no Statement", document)] : []),
    ...statements.filter(isNoObject).map((one) => defect("a statement", "a statement must be an object", one)),
    ...parts.flatMap((one) => defectsOfStatement(one, purpose)),
    ...repeatedSids(parts, purpose),
  ];
}

/** What is wrong with a statement by itself. */
export function defectsOfStatement(statement: MapTree, purpose: Purpose): readonly Defect[] {
  return [
    ...unknownElements(statement, statementElements),
    ...statementDefects(statement, purpose),
    ...principalDefects(statement, purpose),
  ];
}

const statementElements = [
  "sid",
  "effect",
  "principal",
  "notprincipal",
  "action",
  "notaction",
  "resource",
  "notresource",
  "condition",
];

function isNoObject({ kind }: Tree): boolean {
  return kind !== "map" && kind !== "unknown";
}

function unknownElements(tree: MapTree, known: readonly string[]): readonly Defect[] {
  const strange = tree.keys().filter((key) => !known.includes(key.toLowerCase()));
  return strange.map((key) => defect(`element ${key}`, `there is no element ${key}`, tree.get(key)));
}

function versionDefects(tree: Tree): readonly Defect[] {
  const value = knownTextOf(tree);
  if (value === undefined || value === "2012-10-17" || value === "2008-10-17") return [];
  return [defect(`Version ${value}`, `Version "${value}" is none: the latest is 2012-10-17`, tree)];
}

/** IAM wants each Sid once; other services do not mind. */
function repeatedSids(statements: readonly MapTree[], purpose: Purpose): readonly Defect[] {
  if (purpose !== "identity" && purpose !== "trust") return [];
  const seen = new Set<string>();
  return statements.flatMap((one) => {
    const tree = elementReader(one)("Sid");
    const sid = knownTextOf(tree);
    if (sid === undefined || sid === "") return [];
    if (!seen.has(sid)) {
      seen.add(sid);
      return [];
    }
    return [defect(`Sid ${sid}`, `the Sid "${sid}" stands twice`, tree)];
  });
}
