import { isRecord, jsonTree, parseJson } from "#model/json-tree.ts";
import { insideText } from "#model/location.ts";
import { wholeText } from "#model/text.ts";
import { elements, type Tree, textOf } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import type { Linking } from "../link/linking.ts";
import type { Resource } from "../link/resource.ts";
import { nodeOf } from "../link/world.ts";
import { identityNamed, type Use, usesIn } from "./workload-identity.ts";

/** Attributes that hold a document as JSON text, and what a role in it is for, by its key at any depth. */
export interface JsonRoles {
  readonly attributes: readonly string[];
  readonly roles: Readonly<Record<string, string>>;
}

export function usesInJson(json: JsonRoles | undefined, resource: Resource, linking: Linking): readonly Use[] {
  if (json === undefined) return [];
  return json.attributes.flatMap((path) =>
    leavesAt(resource.values, path)
      .filter(isSet)
      .flatMap((tree) => usesOfText(tree, path, json.roles, resource, linking)),
  );
}

function usesOfText(
  tree: Tree,
  path: string,
  roles: JsonRoles["roles"],
  resource: Resource,
  linking: Linking,
): readonly Use[] {
  const text = textOf(tree);
  if (text === undefined || text.length === 0) return [];
  const value = wholeText(text);
  if (!value.known) return referredRoles(value.hole, tree, path, linking);
  const document = parsed(value.value);
  if (document !== undefined) {
    const inner = jsonTree(document, insideText(tree.at));
    return [...valuesOf(inner, roles)].flatMap(([use, at]) => usesIn(at, use, identityNamed, resource, linking));
  }
  const message = `${resource.change.type}: ${path} is no JSON, so the roles that it may name are not read`;
  linking.graph.notice({ code: "roles-not-read", level: "info", message, location: tree.at });
  return [];
}

/** A document that is not known yet still tells which roles it is made of. */
function referredRoles(hole: Hole, tree: Tree, path: string, { world }: Linking): readonly Use[] {
  const use = `in ${path}`;
  const things = hole.refs.flatMap((ref) => ref.targets.map((address) => world.thingAt(address)));
  const found = new Set(things.filter((thing) => thing?.naming.kind === "role"));
  if (found.size === 0) return [{ text: [hole], use, at: tree.at }];
  return [...found].flatMap((thing) =>
    thing === undefined ? [] : [{ text: [hole], use, at: tree.at, identity: nodeOf(thing) }],
  );
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(text);
  return isRecord(value) ? value : undefined;
}

/** Deeper than any such document is. */
const maxDepth = 64;

/** Every value under one of the keys, with what it is for. */
function* valuesOf(tree: Tree, roles: JsonRoles["roles"], depth = 0): Iterable<readonly [use: string, at: Tree]> {
  if (depth > maxDepth) return;
  if (tree.kind === "list") for (const item of elements(tree)) yield* valuesOf(item, roles, depth + 1);
  if (tree.kind !== "map") return;
  for (const key of tree.keys()) {
    const value = tree.get(key);
    const use = Object.hasOwn(roles, key) ? roles[key] : undefined;
    if (use !== undefined && value.kind === "text" && !isExpression(value)) yield [use, value];
    else yield* valuesOf(value, roles, depth + 1);
  }
}

/** What is only filled in as the document runs: a path, a query, a parameter. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-asl-data-flow.html */
function isExpression(tree: Tree): boolean {
  const [first] = textOf(tree) ?? [];
  return typeof first === "string" && /^\$|^\{%|\{\{/.test(first);
}
