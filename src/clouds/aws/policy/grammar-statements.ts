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

function sidDefects(sid: Tree, purpose: Purpose): readonly Defect[] {
  const value = knownTextOf(sid);
  const wrong = value === undefined ? undefined : wrongSid(value, purpose);
  return wrong === undefined ? [] : [defect(`Sid ${value}`, wrong, sid)];
}

/** IAM takes letters and digits only. */
export function wrongSid(value: string, purpose: Purpose): string | undefined {
  const iam = purpose === "identity" || purpose === "trust";
  return !iam || /^[A-Za-z0-9]*$/.test(value) ? undefined : `the Sid "${value}" has more than letters and digits`;
}

function pairDefects(name: string, statement: MapTree): readonly Defect[] {
  const element = elementReader(statement);
  const both = isThere(element(name)) && isThere(element(`Not${name}`));
  const what = `${name} and Not${name}`;
  return both ? [defect(what, `${what} exclude each other`, statement)] : [];
}

function actionDefects(trees: readonly Tree[], statement: Tree, purpose: Purpose): readonly Defect[] {
  const found = [...missingDefects("Action", trees, statement)];
  for (const { tree, value } of leaves(trees)) {
    const wrong = wrongAction(value, purpose);
    if (wrong !== undefined) found.push(defect(`Action ${value.toLowerCase()}`, wrong, tree));
  }
  return found;
}

/** What is wrong with an action, or a pattern of actions. */
export function wrongAction(value: string, purpose: Purpose): string | undefined {
  if (!isAction(value)) return `"${value}" is no action: it needs a service and one colon, like s3:GetObject`;
  const isElsewhere = purpose === "trust" && /^[\w-]+:/.test(value) && !/^sts:/i.test(value);
  return isElsewhere ? `a trust policy can only allow actions of sts, not "${value}"` : undefined;
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
  const found = [...missingDefects("Resource", trees, statement)];
  for (const { tree, value } of leaves(trees)) {
    const wrong = wrongArn(value);
    if (wrong !== undefined) found.push(defect(`Resource ${value}`, wrong, tree));
  }
  return found;
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
export function wrongArn(value: string): string | undefined {
  if (/^[*?$]/.test(value)) return undefined;
  const [scheme = "", partition, ...rest] = value.split(":");
  if (!scheme.includes("$") && !matchesGlob(scheme, "arn")) return `the Resource "${value}" is neither an ARN nor *`;
  if (partition !== undefined && !/[*?$]/.test(partition) && !partitions.has(partition))
    return `there is no partition "${partition}", as the Resource "${value}" has it`;
  const isShort = rest.length < 4 && !/[*?$]/.test(value);
  return isShort ? `the Resource "${value}" is too short for an ARN: it has six parts with colons between` : undefined;
}

interface Leaf {
  readonly tree: Tree;
  readonly value: string;
}

/** The texts of elements that are wholly known. */
function leaves(trees: readonly Tree[]): readonly Leaf[] {
  const found: Leaf[] = [];
  for (const tree of trees.flatMap(elements)) {
    const value = knownTextOf(tree);
    if (value !== undefined) found.push({ tree, value });
  }
  return found;
}
