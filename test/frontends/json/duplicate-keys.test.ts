import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duplicateKeys, hasDuplicates } from "#frontends/json/duplicate-keys.ts";
import { JsonScanner } from "#frontends/json/scanner.ts";

function scan(text: string): { readonly scanner: JsonScanner; readonly keys: number } {
  const scanner = new JsonScanner(new TextEncoder().encode(text));
  scanner.value(0, 0);
  return { scanner, keys: scanner.keys };
}

describe("duplicateKeys", () => {
  it("names the place of every key that stands twice, and both its bytes", () => {
    const text = '{"a":1,"b":[{"c":1,"a/b":{"x":1,"x":2},"c":2}],"\\u0061":3}';
    const found = duplicateKeys(scan(text).scanner, 0, "/r");
    expect(found.map((one) => one.pointer)).toEqual(["/r/b/0/a~1b/x", "/r/b/0/c", "/r/a"]);
    expect(found.map(({ first, second }) => [text.slice(first, first + 3), text.slice(second, second + 3)])).toEqual([
      ['"x"', '"x"'],
      ['"c"', '"c"'],
      ['"a"', '"\\u'],
    ]);
  });

  it("is never needed where a parsed value has as many keys as its text", () => {
    const names = fc.constantFrom("a", "b", "__proto__", "constructor");
    const objects = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constant("1"),
        tie("object"),
        fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
      ),
      object: fc
        .array(fc.tuple(names, tie("value")), { maxLength: 4 })
        .map((members) => `{${members.map(([key, value]) => `"${key}":${String(value)}`).join(",")}}`),
    }));
    fc.assert(
      fc.property(objects.value, (text) => {
        const { scanner, keys } = scan(String(text));
        expect(hasDuplicates(JSON.parse(String(text)), keys)).toBe(duplicateKeys(scanner, 0, "").length > 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
