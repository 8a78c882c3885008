import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesGlob } from "#model/glob.ts";

test.each([
  ["", "", true],
  ["", "a", false],
  ["*", "", true],
  ["?", "", false],
  ["a*", "a", true],
  ["a?", "a", false],
  ["*-prod-*", "orders-prod-worker", true],
  ["*-prod-*", "orders-product", false],
  ["*Prod", "OrdersProd", true],
  ["*ab", "aab", true],
  ["a*b*c", "a-c-b-c", true],
  ["a*b*c", "a-c-b", false],
  ["**", "anything", true],
  ["*?", "", false],
  ["a.c", "abc", false],
  ["prod", "PROD", false],
])("%j and %j: %s", (pattern, text, matches) => {
  expect(matchesGlob(pattern, text)).toBe(matches);
});

describe("for any pattern", () => {
  const few = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 10 });
  const plain = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 });

  test("it agrees with the regular expression that means the same", () => {
    fc.assert(
      fc.property(few, plain, (pattern, text) => {
        const same = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        expect(matchesGlob(pattern, text)).toBe(same.test(text));
      }),
    );
  });

  test("a text without wildcards matches itself", () => {
    fc.assert(fc.property(plain, (text) => matchesGlob(text, text)));
  });
});

test("many stars do not make it try every division of the text", () => {
  expect(matchesGlob(`${"*a".repeat(40)}b`, "a".repeat(5000))).toBe(false);
});
