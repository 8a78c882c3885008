import type { Defect } from "#model/defect.ts";
import { matchesGlob } from "#model/glob.ts";
import { elements, type MapTree, type Tree } from "#model/tree.ts";
import { defect, isThere, knownTextOf, type Purpose } from "./defect.ts";
import { elementReader } from "./statement.ts";

/** What is wrong with effect, Sid, actions, resources and conditions of a statement. */
export function statementDefects(statement: MapTree, purpose: Purpose): readonly Defect[] {
  const element = elementReader(statement);
  return [
    ...effectDefects(element("Effect"), statement),
    ...sidDefects(element("Sid"), purpose),
    ...pairDefects("Action", statement),
    ...pairDefects("Resource", statement),
    ...actionDefects([element("Action"), element("NotAction")], statement, purpose),
    ...resourceDefects([element("Resource"), element("NotResource")], statement, purpose),
    ...formDefects(element("Condition")),
  ];
}

function formDefects(condition: Tree): readonly Defect[] {
  const read = condition.kind === "absent" || condition.kind === "unknown" || condition.kind === "map";
  return read ? [] : [defect("Condition", "Condition must be an object", condition)];
}

function effectDefects(effect: Tree, statement: Tree): readonly Defect[] {
  if (effect.kind === "absent") return [defect("no Effect", "a statement has no Effect", statement)];
  const value = knownTextOf(effect);
  if (effect.kind === "unknown" || value === "Allow" || value === "Deny") return [];
  const shown = value === undefined ? "" : ` "${value}"`;
  return [defect(`Effect${shown}`, `Effect${shown} is neither Allow nor Deny`, effect)];
}

/** IAM takes letters and digits only. */
function sidDefects(sid: Tree, purpose: Purpose): readonly Defect[] {
  const value = knownTextOf(sid);
  const iam = purpose === "identity" || purpose === "trust";
  if (value === undefined || !iam || /^[A-Za-z0-9]*$/.test(value)) return [];
  return [defect(`Sid ${value}`, `the Sid "${value}" has more than letters and digits`, sid)];
}

function pairDefects(name: string, statement: MapTree): readonly Defect[] {
  const element = elementReader(statement);
  const both = isThere(element(name)) && isThere(element(`Not${name}`));
  const what = `${name} and Not${name}`;
  return both ? [defect(what, `${what} exclude each other`, statement)] : [];
}

function actionDefects(trees: readonly Tree[], statement: Tree, purpose: Purpose): readonly Defect[] {
  const missing = missingDefects("Action", trees, statement);
  const named = trees.flatMap(leaves).flatMap(({ tree, value }) => {
    if (!isAction(value))
      return [
        defect(
          `Action ${value.toLowerCase()}`,
          `"${value}" is no action: it needs a service and one colon, like s3:GetObject`,
          tree,
        ),
      ];
    if (purpose === "trust" && /^[\w-]+:/.test(value) && !/^sts:/i.test(value))
      return [
        defect(`Action ${value.toLowerCase()}`, `a trust policy can only allow actions of sts, not "${value}"`, tree),
      ];
    return [];
  });
  return [...missing, ...named];
}

/** A service's prefix takes no wildcards; only the whole may be one. */
function isAction(value: string): boolean {
  return /^(\*+(:\*+)?|[\w-]+:[\w*?-]+)$/.test(value);
}

function resourceDefects(trees: readonly Tree[], statement: Tree, purpose: Purpose): readonly Defect[] {
  if (purpose === "trust")
    return trees
      .filter(isThere)
      .map((one) => defect("Resource", "a trust policy is about its role and takes no Resource", one));
  if (purpose !== "identity") return [];
  return [...missingDefects("Resource", trees, statement), ...trees.flatMap(leaves).flatMap(arnDefects)];
}

/** Neither the element nor its negation, or an empty list. */
function missingDefects(name: string, trees: readonly Tree[], statement: Tree): readonly Defect[] {
  const [there, ...more] = trees.filter((one) => one.kind !== "absent");
  if (there === undefined) return [defect(`no ${name}`, `a statement has no ${name}`, statement)];
  if (more.length > 0 || there.kind !== "list" || there.items.length > 0) return [];
  return [defect(`no ${name}`, `the list of ${name} is empty`, there)];
}

const partitions = new Set([
  "aws",
  "aws-cn",
  "aws-us-gov",
  "aws-iso",
  "aws-iso-b",
  "aws-iso-e",
  "aws-iso-f",
  "aws-eusc",
]);

/** Whether a resource is an ARN, as far as every service's is. What a wildcard or a variable stands for, nobody can say. */
function arnDefects({ tree, value }: Leaf): readonly Defect[] {
  if (/^[*?$]/.test(value)) return [];
  const [scheme = "", partition, ...rest] = value.split(":");
  const what = `Resource ${value}`;
  if (!scheme.includes("$") && !matchesGlob(scheme, "arn"))
    return [defect(what, `the Resource "${value}" is neither an ARN nor *`, tree)];
  if (partition !== undefined && !/[*?$]/.test(partition) && !partitions.has(partition))
    return [defect(what, `there is no partition "${partition}", as the Resource "${value}" has it`, tree)];
  if (rest.length < 4 && !/[*?$]/.test(value))
    return [
      defect(what, `the Resource "${value}" is too short for an ARN: it has six parts with colons between`, tree),
    ];
  return [];
}

interface Leaf {
  readonly tree: Tree;
  readonly value: string;
}

/** The texts of an element that are wholly known. */
function leaves(tree: Tree): readonly Leaf[] {
  return elements(tree).flatMap((one) => {
    const value = knownTextOf(one);
    return value === undefined ? [] : [{ tree: one, value }];
  });
}
