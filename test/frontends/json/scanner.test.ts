import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonProblem } from "#frontends/json/problem.ts";
import { JsonScanner, maxDepth, stop, wholeDocument } from "#frontends/json/scanner.ts";
import { nearlyJson } from "./nearly-json.ts";

const encoder = new TextEncoder();

function problemIn(text: string): JsonProblem | undefined {
  const scanner = new JsonScanner(encoder.encode(text));
  try {
    wholeDocument(scanner, 0, (at) => scanner.value(at, 0));
    return undefined;
  } catch (error) {
    if (error instanceof JsonProblem) return error;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The same value, read through `members` and `items` only. */
function rebuild(scanner: JsonScanner, at: number, depth: number, take: (value: unknown) => void): number {
  if (scanner.isList(at)) {
    const list: unknown[] = [];
    take(list);
    return scanner.items(at, depth, (i, item) => rebuild(scanner, item, depth + 1, (value) => (list[i] = value)));
  }
  if (scanner.isObject(at)) {
    const entries = new Map<string, unknown>();
    const end = scanner.members(at, depth, (key, item) =>
      rebuild(scanner, item, depth + 1, (value) => entries.set(key, value)),
    );
    take(Object.fromEntries(entries));
    return end;
  }
  const end = scanner.value(at, depth);
  take(scanner.parse(at, end));
  return end;
}

describe("JsonScanner", () => {
  it("accepts exactly what JSON.parse accepts", () => {
    const agrees = fc.property(nearlyJson, (text) => (problemIn(text) === undefined) === isJson(text));
    fc.assert(agrees, { numRuns: 20_000 });
  });

  it.each([
    "01",
    "-",
    "-01",
    "1.",
    ".5",
    "1e",
    "1e+",
    "+1",
    "tru",
    "nul",
    "falsey",
    '"\u0001"',
    '"\\x"',
    '"\\u12g4"',
    "[1,]",
    '{"a":1,}',
    "{a:1}",
    "[1 2]",
    '{"a" 1}',
    "'a'",
    "NaN",
    "\u00a01",
  ])("refuses %j", (text) => {
    expect(isJson(text)).toBe(false);
    expect(problemIn(text)).toBeInstanceOf(JsonProblem);
  });

  it("finds the same members and items as JSON.parse", () => {
    const keys = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", 'a"b', "☃", "address"));
    const values = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(fc.dictionary(keys, values), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const scanner = new JsonScanner(encoder.encode(text));
        let rebuilt: unknown;
        wholeDocument(scanner, 0, (at) => rebuild(scanner, at, 0, (found) => (rebuilt = found)));
        expect(JSON.stringify(rebuilt)).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 2_000 },
    );
  });

  it("tells the same keys apart from others that hash alike", () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `k${i}`);
    const scanner = new JsonScanner(encoder.encode(JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])))));
    const found: string[] = [];
    scanner.members(0, 0, (key, at) => {
      found.push(key);
      return scanner.value(at, 1);
    });
    expect(found).toEqual(names);
  });

  it("counts keys and trues", () => {
    const scanner = new JsonScanner(encoder.encode('{"a":true,"b":[{"c":"true"},{"a":false}],"true":true}'));
    scanner.value(0, 0);
    expect([scanner.keys, scanner.trues]).toEqual([5, 2]);
  });

  it("tells a text that ends too early from one that goes wrong", () => {
    const text = '{"a":[1,{"b":"c\\n"}],"d":true}';
    for (let length = 1; length < text.length; length++)
      expect(problemIn(text.slice(0, length)), text.slice(0, length)).toMatchObject({
        kind: "truncated",
        offset: length,
      });
    expect(problemIn(`${text} {}`)).toMatchObject({ kind: "trailing", offset: text.length + 1 });
    expect(problemIn('{"a" "b"}')).toMatchObject({ kind: "invalid", offset: 5 });
  });

  it("reads what is nested as deep as it may, and nothing deeper", () => {
    expect(problemIn("[".repeat(maxDepth) + "]".repeat(maxDepth))).toBeUndefined();
    expect(problemIn("[".repeat(maxDepth + 1) + "]".repeat(maxDepth + 1))).toMatchObject({
      kind: "too-deep",
      offset: maxDepth,
    });
    expect(problemIn('{"a":'.repeat(5_000_000))).toMatchObject({ kind: "too-deep" });
  });

  it("stops where it is told to", () => {
    const scanner = new JsonScanner(Buffer.from('{"a":1,"b":2,"c" broken'));
    const keys: string[] = [];
    const end = scanner.members(0, 0, (key, at) => {
      keys.push(key);
      return key === "b" ? stop : scanner.value(at, 1);
    });
    expect([keys, end]).toEqual([["a", "b"], stop]);
  });
});
