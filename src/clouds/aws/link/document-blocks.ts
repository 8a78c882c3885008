import { inside } from "#model/location.ts";
import type { Condition } from "#model/policy.ts";
import { holesOf, literalText, showText, type Text } from "#model/text.ts";
import {
  absent,
  elements,
  field,
  type ListTree,
  type MapTree,
  type Tree,
  textOf,
  type UnknownTree,
} from "#model/tree.ts";
import { type Hole, unfollowed } from "#model/value.ts";
import { conditionOf } from "../policy/conditions.ts";
import { type ParsedStatement, type PolicyDocument, readDocument } from "../policy/document.ts";
import type { Resource } from "./resource.ts";

/**
 * The document that `data.aws_iam_policy_document` will make of its blocks, when that is known only after apply. Defaults are not filled in then:
 * an effect that was not written means Allow. `&{` stands for `${` of a policy variable. The provider chooses nothing by itself here: what is unknown
 * without an expression comes from generated blocks.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function readDocumentBlocks(resource: Resource, read: (source: Tree) => PolicyDocument): PolicyDocument {
  const own = ownStatements(resource);
  const sources = [...listed(resource, "source_policy_documents"), ...listed(resource, "source_json")].map(read);
  const overrides = [...listed(resource, "override_policy_documents"), ...listed(resource, "override_json")].map(read);
  const merged = overrides.reduce(
    override,
    override({ ...own, statements: sources.flatMap((one) => one.statements) }, own),
  );
  const unread = [...sources, own, ...overrides].find((one) => one.unread !== undefined)?.unread;
  const notices = [...sources, own, ...overrides].flatMap((one) => one.notices);
  const written = own.written === undefined ? {} : { written: own.written };
  const { statements } = merged;
  return { statements, version: own.version, notices, ...written, ...(unread !== undefined && { unread }) };
}

/** Statements with a Sid replace those of the same Sid; all others are added. One that may be replaced is not read for sure. */
function override(base: PolicyDocument, over: PolicyDocument): PolicyDocument {
  const replacing = new Map(over.statements.filter((one) => one.sid).map((one) => [one.sid, one]));
  const doubt = over.unread ?? over.statements.find((one) => one.sidUnread !== undefined)?.sidUnread;
  const kept = base.statements.map((one) => {
    const own = one.sidUnread !== undefined && (replacing.size > 0 || doubt !== undefined) ? one.sidUnread : undefined;
    const unread = one.unread ?? own ?? (one.sid ? doubt : undefined);
    return (one.sid && replacing.get(one.sid)) || { ...one, ...(unread !== undefined && { unread }) };
  });
  const added = over.statements.filter((one) => !one.sid || !base.statements.some((old) => old.sid === one.sid));
  return { ...base, statements: [...kept, ...added] };
}

/** The sources of a list of documents. Unknown ones come with all references of the list; if there are as many as unknowns, each has its own, in order. */
function listed(resource: Resource, name: string): readonly Tree[] {
  const whole = field(resource.values, name);
  if (whole.kind === "unknown") return [whole, restOf(whole)];
  const items = elements(whole);
  const holes = items.filter((item) => item.kind === "unknown");
  const refs = holes[0]?.hole.refs ?? [];
  if (holes.length === 0 || refs.length !== holes.length) return items;
  const rest = [...refs];
  return items.map((item) => {
    const ref = item.kind === "unknown" ? rest.shift() : undefined;
    return item.kind === "unknown" && ref !== undefined ? { ...item, hole: oneRef(item.hole, ref) } : item;
  });
}

function oneRef(hole: Hole, ref: Hole["refs"][number]): Hole {
  return { reason: hole.reason, unset: hole.unset, refs: [ref] };
}

function ownStatements(resource: Resource): PolicyDocument {
  const blocks = field(resource.values, "statement");
  if (blocks.kind === "unknown") return readDocument(blocks);
  const parsed = elements(blocks).map(statementOf);
  const document = readDocument(
    mapTree(
      new Map([
        [
          "Statement",
          list(
            parsed.map((one) => one.tree),
            blocks,
          ),
        ],
      ]),
      blocks,
    ),
  );
  return {
    ...document,
    statements: document.statements.map((one) => withConditions(one, parsed[one.position ?? 0]?.block)),
  };
}

/** Conditions are read from their blocks; the values of two blocks that name the same test and key become one list. */
function withConditions(statement: ParsedStatement, block: Tree | undefined): ParsedStatement {
  if (block === undefined) return statement;
  const blocks = elements(field(block, "condition"));
  const unread = blocks.find((one) => one.kind === "unknown");
  const conditions = merged(blocks.filter((one) => one.kind === "map").map(conditionOfBlock));
  return { ...statement, conditions, ...(unread?.kind === "unknown" && { unread: unread.hole }) };
}

function merged(conditions: readonly Condition[]): readonly Condition[] {
  const byTest = new Map<string, Condition>();
  for (const one of conditions) {
    const test = JSON.stringify([one.qualifier, one.operator, one.ifExists, showText(one.key)]);
    const earlier = byTest.get(test);
    byTest.set(test, earlier === undefined ? one : { ...earlier, values: [...earlier.values, ...one.values] });
  }
  return [...byTest.values()];
}

function conditionOfBlock(block: Tree): Condition {
  const values = itemsOf(block, "values")
    .map(variables)
    .map((one) => textOf(one))
    .filter((one) => one !== undefined);
  return conditionOf(textOf(field(block, "test")) ?? [], textOf(variables(field(block, "variable"))) ?? [], values);
}

function statementOf(block: Tree): { tree: Tree; block: Tree } {
  if (block.kind !== "map") return { tree: block, block };
  const parts = new Map<string, Tree>([["Effect", effectOf(field(block, "effect"))]]);
  const sid = field(block, "sid");
  if (sid.kind !== "absent") parts.set("Sid", sid);
  for (const [element, name] of elementNames) {
    const items = itemsOf(block, name);
    if (items.length > 0) parts.set(element, list(items.map(variables), field(block, name)));
  }
  for (const [element, name] of principalNames) {
    const principals = elements(field(block, name));
    if (principals.length > 0) parts.set(element, principalsOf(principals, field(block, name)));
  }
  return { tree: mapTree(parts, block), block };
}

const elementNames = [
  ["Action", "actions"],
  ["NotAction", "not_actions"],
  ["Resource", "resources"],
  ["NotResource", "not_resources"],
] as const;

const principalNames = [
  ["Principal", "principals"],
  ["NotPrincipal", "not_principals"],
] as const;

/** The items of a list. One that is unknown as a whole may hold anything: a plan keeps what its expression refers to, and loses the literals beside it. */
function itemsOf(block: Tree, name: string): readonly Tree[] {
  const tree = field(block, name);
  return tree.kind === "unknown" ? [restOf(tree)] : elements(tree);
}

/** What nobody can tell, though it is known what it waits for. */
function restOf(tree: UnknownTree): UnknownTree {
  return { ...tree, hole: unfollowed(tree.hole) };
}

function effectOf(effect: Tree): Tree {
  return effect.kind === "absent" ? { kind: "text", text: literalText("Allow"), at: effect.at } : effect;
}

/** Blocks of one type are put together; `*` as type means everybody, and a type that is not known leaves the whole element unknown. */
function principalsOf(blocks: readonly Tree[], whole: Tree): Tree {
  const byType = new Map<string, Tree[]>();
  for (const block of blocks) {
    if (block.kind === "unknown") return restOf(block);
    const type = textOf(field(block, "type")) ?? [];
    const [hole] = holesOf(type);
    if (hole !== undefined) return { kind: "unknown", hole, at: block.at };
    const name = showText(type) === "*" ? "AWS" : showText(type);
    byType.set(name, [...(byType.get(name) ?? []), ...itemsOf(block, "identifiers").map(variables)]);
  }
  return mapTree(new Map([...byType].map(([name, items]) => [name, list(items, whole)])), whole);
}

/** `&{aws:username}` is how a data source spells `${aws:username}`. */
function variables(tree: Tree): Tree {
  if (tree.kind !== "text") return tree;
  const text: Text = tree.text.map((part) => (typeof part === "string" ? part.replaceAll("&{", "${") : part));
  return { kind: "text", text, at: tree.at };
}

function list(items: readonly Tree[], like: Tree): ListTree {
  return { kind: "list", items, at: like.at };
}

function mapTree(parts: ReadonlyMap<string, Tree>, like: Tree): MapTree {
  return {
    kind: "map",
    at: like.at,
    keys: () => [...parts.keys()],
    get: (key) => parts.get(key) ?? absent(inside(like.at, key)),
  };
}
