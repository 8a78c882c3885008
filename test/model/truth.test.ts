import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { both, either, not, type Truth, truth } from "#model/truth.ts";

/** Kleene's strong tables. */
const tables: readonly (readonly [Truth, Truth, Truth, Truth])[] = [
  // a, b, a and b, a or b
  ["yes", "yes", "yes", "yes"],
  ["yes", "unknown", "unknown", "yes"],
  ["yes", "no", "no", "yes"],
  ["unknown", "yes", "unknown", "yes"],
  ["unknown", "unknown", "unknown", "unknown"],
  ["unknown", "no", "no", "unknown"],
  ["no", "yes", "no", "yes"],
  ["no", "unknown", "no", "unknown"],
  ["no", "no", "no", "no"],
];

test.each(tables)("%s, %s: both %s, either %s", (a, b, and, or) => {
  expect(both(a, b)).toBe(and);
  expect(either(a, b)).toBe(or);
});

test("not turns yes and no around and leaves what is unknown", () => {
  expect([not("yes"), not("no"), not("unknown")]).toEqual(["no", "yes", "unknown"]);
});

test("of nothing, all are yes and none is", () => {
  expect(both()).toBe("yes");
  expect(either()).toBe("no");
});

test("a plain boolean is never unknown", () => {
  expect([truth(true), truth(false)]).toEqual(["yes", "no"]);
});

describe("for any terms", () => {
  const terms = fc.array(fc.constantFrom<Truth>("yes", "no", "unknown"), { maxLength: 6 });

  test("De Morgan", () => {
    fc.assert(fc.property(terms, (all) => not(both(...all)) === either(...all.map(not))));
  });

  test("neither order nor nesting matters", () => {
    fc.assert(
      fc.property(terms, terms, (some, others) => {
        expect(both(both(...some), both(...others))).toBe(both(...others, ...some));
        expect(either(either(...some), either(...others))).toBe(either(...others, ...some));
      }),
    );
  });

  test("what comes to be known never turns a yes or a no around", () => {
    const question = fc.tuple(terms, fc.constantFrom(both, either), fc.func(fc.boolean()));
    fc.assert(
      fc.property(question, ([all, connective, learn]) => {
        const before = connective(...all);
        const after = connective(...all.map((one, i) => (one === "unknown" ? truth(learn(i)) : one)));
        expect(after).not.toBe("unknown");
        if (before !== "unknown") expect(after).toBe(before);
      }),
    );
  });
});
