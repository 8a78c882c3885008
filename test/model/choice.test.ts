import { describe, expect, it } from "vitest";
import { choiceIn, choosing, chosen, coverAll, doubtOf, expectChoices, type Form, partsOf } from "#model/choice.ts";
import { jsonTree } from "#model/json-tree.ts";
import { inside } from "#model/location.ts";
import { field, type Tree } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import { plain } from "../frontends/support.ts";

expectChoices();

const at = { document: "d", pointer: "/x" };

/** A value that a condition chooses, at `/x`. */
function either(name: string, one: unknown, other: unknown): Tree {
  const forms = new Map([
    ["true", partsOf(jsonTree(one, at), at)],
    ["false", partsOf(jsonTree(other, at), at)],
  ]);
  return { kind: "unknown", at, hole: choosing(hole("unsupported-expression"), { name, forms }) };
}

function listOf(...items: readonly Tree[]): Tree {
  return { kind: "list", items, at: { document: "d", pointer: "" } };
}

describe("a value that is chosen", () => {
  it("is each of its forms", () => {
    const tree = either("C", { a: 1 }, ["b"]);
    expect([plain(chosen(tree, "C", "true")), plain(chosen(tree, "C", "false"))]).toEqual([{ a: 1 }, ["b"]]);
  });

  it("has the parts of its forms", () => {
    const part = field(either("C", { a: { b: 1 } }, { a: { b: 2 } }), "a", "b");
    expect(part.at).toEqual(inside(at, "a", "b"));
    expect([plain(chosen(part, "C", "true")), plain(chosen(part, "C", "false"))]).toEqual([1, 2]);
  });

  it("stays what it is for another choice", () => {
    expect(chosen(either("C", 1, 2), "D", "true").kind).toBe("unknown");
  });

  it("leaves a list where a form leaves it out", () => {
    const list = listOf(jsonTree("a", at), either("C", "b", null));
    expect([plain(chosen(list, "C", "true")), plain(chosen(list, "C", "false"))]).toEqual([["a", "b"], ["a"]]);
  });

  it("is found in what holds it, the first one first", () => {
    const list = listOf(jsonTree("a", at), either("C", 1, 2), either("D", 1, 2));
    expect(choiceIn(list)?.choice.name).toBe("C");
    expect(choiceIn(jsonTree({ a: 1 }, at))).toBeUndefined();
  });
});

describe("forms", () => {
  const form = (choice: string, name: string, of = 2): Form => ({ choice, form: name, of, hole: hole("sensitive") });

  it.each<[string, readonly Form[], boolean]>([
    ["both of one", [form("C", "true"), form("C", "false")], true],
    ["one of two", [form("C", "true")], false],
    ["the same twice", [form("C", "true"), form("C", "true")], false],
    ["one of each of two choices", [form("C", "true"), form("D", "false")], false],
    ["two of three", [form("P", "a", 3), form("P", "b", 3)], false],
  ])("%s are all: %s", (_which, forms, all) => {
    expect(coverAll(forms)).toBe(all);
  });

  it("leave no doubt that something is there where it is there in any, or one is there without", () => {
    expect(doubtOf([{ form: form("C", "true") }])).toBeDefined();
    expect(doubtOf([{ form: form("C", "true") }, { form: form("C", "false") }])).toBeUndefined();
    expect(doubtOf([{ form: form("C", "true") }, {}])).toBeUndefined();
  });
});
