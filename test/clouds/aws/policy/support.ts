import { readDocument } from "#clouds/aws/policy/document.ts";
import type { ParsedStatement } from "#clouds/aws/policy/statement.ts";
import { jsonTree } from "#model/json-tree.ts";
import type { SourceLocation } from "#model/location.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { Condition } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import { literalText, showText, type Text } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";

export const at: SourceLocation = { document: "plan.json", pointer: "/policy" };

/** A hole that waits for one thing. */
function waiting(expression: string): Hole {
  return { reason: "computed-at-apply", refs: [{ expression, targets: [], certainty: "unresolved" }], unset: false };
}

/** A JSON value as a tree; `"?name"` becomes a hole that waits for `name`, and `"a ?name b"` a text with one inside. */
function withHoles(tree: Tree): Tree {
  if (tree.kind === "list") return { ...tree, items: tree.items.map(withHoles) };
  if (tree.kind === "map") return { ...tree, get: (key) => withHoles(tree.get(key)) };
  if (tree.kind !== "text") return tree;
  const parts = showText(tree.text)
    .split(/(\?\w+)/)
    .filter((part) => part !== "");
  const text = parts.map((part) => (part.startsWith("?") ? waiting(part.slice(1)) : part));
  const [only] = text;
  return text.length === 1 && only !== undefined && typeof only !== "string"
    ? { kind: "unknown", hole: only, at: tree.at }
    : { ...tree, text };
}

/** A document as native objects, with holes. */
export function native(document: unknown): ReturnType<typeof readDocument> {
  return readDocument(withHoles(jsonTree(document, at)));
}

/** A document as JSON text. */
export function written(text: string): ReturnType<typeof readDocument> {
  return readDocument({ kind: "text", text: literalText(text), at });
}

/** A statement on one line: effect, principals, actions, resources, conditions, and what was not read. */
export function shown(statement: ParsedStatement): string {
  const { effect, principals, actions, resources, conditions, unread } = statement;
  const parts = [
    effect.known ? effect.value : `effect ${holeOf(effect.hole)}`,
    principals === undefined ? "" : `by ${set(principals.match, principals.principals.map(principal))}`,
    `may ${patterns(actions)}`,
    resources.patterns.length === 0 ? "" : `on ${patterns(resources)}`,
    ...conditions.map((one) => `if ${condition(one)}`),
    unread === undefined ? "" : `and ${holeOf(unread)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function set(match: PatternSet["match"], items: readonly string[]): string {
  return `${match === "only" ? "" : "all but "}${items.join(", ")}`;
}

function patterns({ match, patterns }: PatternSet): string {
  return set(match, patterns.map(text));
}

function principal(one: Principal): string {
  return `${one.kind} ${text(one.text)}`;
}

function condition({ qualifier, operator, ifExists, key, values }: Condition): string {
  const test = `${qualifier === undefined ? "" : `${qualifier} `}${operator}${ifExists ? " if there" : ""}`;
  return `${test} ${text(key)} ${values.map(text).join(" | ")}`;
}

/** A text with its holes as `withHoles` writes them. */
function text(parts: Text): string {
  return parts.map((part) => (typeof part === "string" ? part : holeOf(part))).join("");
}

function holeOf({ reason, refs }: Hole): string {
  return `?${refs.map((one) => one.expression).join() || reason}`;
}
