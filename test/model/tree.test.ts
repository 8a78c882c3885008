import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonTree } from "#model/json-tree.ts";
import { inside, insideText, type SourceLocation } from "#model/location.ts";
import { showText } from "#model/text.ts";
import { elements, field, follow, type Tree, textOf } from "#model/tree.ts";
import { hole } from "#model/value.ts";

const at: SourceLocation = { document: "plan.json", pointer: "/after", address: "aws_iam_role.ci" };
const unknown: Tree = { kind: "unknown", hole: hole("computed-at-apply"), at };

test("a part is where its pointer says", () => {
  const tree = field(jsonTree({ a: { "b/c~d": ["x"] } }, at), "a", "b/c~d");
  expect(tree.at).toEqual({ ...at, pointer: "/after/a/b~1c~0d" });
  expect(elements(tree)[0]?.at.pointer).toBe("/after/a/b~1c~0d/0");
  expect(insideText(tree.at).pointer).toBe("/after/a/b~1c~0d#");
  expect(inside(at, "list", 3).pointer).toBe("/after/list/3");
});

test("a part of what is absent is absent, and of what is unknown is unknown", () => {
  expect(field(jsonTree({}, at), "a", "b")).toEqual({ kind: "absent", at: { ...at, pointer: "/after/a/b" } });
  expect(field(unknown, "a")).toEqual({ ...unknown, at: { ...at, pointer: "/after/a" } });
});

test("null is what nobody set", () => {
  expect(field(jsonTree({ a: null }, at), "a").kind).toBe("absent");
});

test("a list of one stands for what is in it, as blocks do; a longer one has no parts", () => {
  const one = jsonTree([{ role: "ci" }], at);
  expect(textOf(field(one, "role"))).toEqual(["ci"]);
  expect(field(one, "role").at.pointer).toBe("/after/0/role");
  expect(field(jsonTree([{ role: "a" }, { role: "b" }], at), "role").kind).toBe("absent");
});

test("a key that every object has is absent until somebody writes it", () => {
  for (const key of ["constructor", "__proto__", "toString"]) {
    expect(field(jsonTree({}, at), key).kind).toBe("absent");
    expect(textOf(field(jsonTree(JSON.parse(`{"${key}":"x"}`), at), key))).toEqual(["x"]);
  }
});

test("elements are the items of a list, the one value, or nothing; what is unknown is one", () => {
  expect(elements(jsonTree(["a", "b"], at)).map(textOf)).toEqual([["a"], ["b"]]);
  expect(elements(jsonTree("a", at)).map(textOf)).toEqual([["a"]]);
  expect(elements(jsonTree(null, at))).toEqual([]);
  expect(elements(unknown)).toEqual([unknown]);
});

test("only single values have a text", () => {
  expect(textOf(jsonTree(true, at))).toEqual(["true"]);
  expect(textOf(jsonTree(1.5, at))).toEqual(["1.5"]);
  expect(textOf(unknown)).toEqual([hole("computed-at-apply")]);
  for (const value of [null, [], {}]) expect(textOf(jsonTree(value, at))).toBeUndefined();
});

test("a dotted path leads through maps and lists, by position or by key", () => {
  const tree = jsonTree({ role: [{ name: "a" }, { name: "b" }], tags: { "x-y": "z" } }, at);
  expect(textOf(follow(tree, "role[1].name"))).toEqual(["b"]);
  expect(textOf(follow(tree, 'tags["x-y"]'))).toEqual(["z"]);
  expect(follow(tree, "role[2].name").kind).toBe("absent");
});

test("a tree of JSON holds just that JSON", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(valueIn(jsonTree(JSON.parse(text), at))).toEqual(JSON.parse(text));
    }),
  );
});

function valueIn(tree: Tree): unknown {
  if (tree.kind === "map") return Object.fromEntries(tree.keys().map((key) => [key, valueIn(tree.get(key))]));
  if (tree.kind === "list") return tree.items.map(valueIn);
  if (tree.kind === "text") return showText(tree.text);
  return tree.kind === "number" || tree.kind === "boolean" ? tree.value : null;
}
