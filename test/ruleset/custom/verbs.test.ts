import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesGlob } from "#model/glob.ts";
import { not } from "#model/truth.ts";
import { assertions } from "#ruleset/assertions/index.ts";
import { ask, later, text } from "./support.ts";

const thing = {
  name: "orders-worker",
  empty: "",
  nothing: null,
  number: 3600,
  flag: true,
  arn: text("arn:aws:s3:::", undefined, "/*"),
  hidden: later,
  same: "orders-worker",
  list: ["a", "b"],
  none: [],
  some: ["a", text(undefined, "-b")],
  conditions: [{ key: "aws:SourceIp" }],
  unread: later,
  actions: { patterns: ["s3:GetObject", "IAM:PassRole"] },
  open: { patterns: ["s3:GetObject", later] },
};

const answers: readonly (readonly [field: string, test: object, answer: string])[] = [
  ["name", { equals: "orders-worker" }, "yes"],
  ["name", { equals: "orders" }, "no"],
  ["number", { equals: 3600 }, "yes"],
  ["number", { equals: "3600" }, "yes"],
  ["flag", { equals: true }, "yes"],
  ["missing", { equals: "x" }, "no"],
  ["hidden", { equals: "x" }, "unknown"],
  ["arn", { equals: "arn:aws:s3:::logs/*" }, "unknown"],
  ["arn", { equals: "arn:aws:sqs:::logs/*" }, "no"],
  ["list", { equals: "a" }, "no"],
  ["list[*]", { equals: "a" }, "no"],
  ["none[*]", { equals: "a" }, "yes"],
  ["name", { "not-equals": "orders" }, "yes"],
  ["missing", { "not-equals": "orders" }, "yes"],
  ["list[*]", { "not-equals": "a" }, "no"],
  ["some[*]", { "not-equals": "x-b" }, "unknown"],
  ["some[*]", { "not-equals": "c" }, "yes"],
  ["name", { "one-of": ["a", "orders-worker"] }, "yes"],
  ["hidden", { "one-of": ["a", "b"] }, "unknown"],
  ["list[*]", { "one-of": ["a", "b", "c"] }, "yes"],
  ["list[*]", { "one-of": ["a"] }, "no"],
  ["name", { matches: "orders-*" }, "yes"],
  ["name", { matches: ["x*", "*-worker"] }, "yes"],
  ["name", { matches: "Orders-*" }, "no"],
  ["arn", { matches: "arn:aws:s3:::*" }, "yes"],
  ["arn", { matches: "arn:aws:s3:::logs*" }, "unknown"],
  ["arn", { matches: "*.json" }, "no"],
  ["actions.patterns[*]", { includes: "iam:passrole" }, "yes"],
  ["actions.patterns[*]", { includes: { matches: "IAM:*" } }, "yes"],
  ["name", { present: true }, "yes"],
  ["empty", { present: true }, "no"],
  ["nothing", { present: true }, "no"],
  ["none", { present: true }, "no"],
  ["list", { present: true }, "yes"],
  ["hidden", { present: true }, "unknown"],
  ["arn", { present: true }, "yes"],
  ["nothing", { absent: true }, "yes"],
  ["name", { absent: true }, "no"],
  ["missing.deeper", { absent: true }, "yes"],
  ["hidden.deeper", { absent: true }, "unknown"],
  ["list[*]", { includes: "b" }, "yes"],
  ["list[*]", { includes: "c" }, "no"],
  ["some[*]", { includes: "x-b" }, "unknown"],
  ["open.patterns[*]", { includes: "s3:GetObject" }, "yes"],
  ["open.patterns[*]", { includes: "s3:PutObject" }, "unknown"],
  ["conditions[*].key", { includes: "AWS:SourceIp" }, "yes"],
  ["conditions[*].key", { includes: "aws:MultiFactorAuthPresent" }, "unknown"],
  ["list[*]", { count: 2 }, "yes"],
  ["list[*]", { count: { min: 3 } }, "no"],
  ["list[*]", { count: { max: 2 } }, "yes"],
  ["open.patterns[*]", { count: { min: 1 } }, "yes"],
  ["open.patterns[*]", { count: { max: 1 } }, "unknown"],
  ["open.patterns[*]", { count: 0 }, "no"],
  ["name", { "same-as": "same" }, "yes"],
  ["name", { "same-as": "empty" }, "no"],
  ["name", { "same-as": "missing" }, "no"],
  ["missing", { "same-as": "nothing" }, "yes"],
  ["name", { "same-as": "hidden" }, "unknown"],
  ["list[*]", { "same-as": "some[*]" }, "no"],
  ["arn", { "same-as": "name" }, "no"],
  ["name", { not: { equals: "orders" } }, "yes"],
  ["hidden", { not: { equals: "orders" } }, "unknown"],
  ["actions.patterns[*]", { not: { includes: { matches: "iam:*" } } }, "no"],
  ["name", { matches: "orders-*", "not-equals": "orders-worker" }, "no"],
  [".", { present: true }, "yes"],
];

test.each(answers)("%s %j is %s", (field, asked, answer) => {
  expect(ask({ thing, field, test: asked })).toBe(answer);
});

test("every verb is asked something that it says yes, no and unknown to", () => {
  const told = new Map(assertions.map(({ verb }) => [verb, new Set<string>()]));
  for (const [, asked, answer] of answers) for (const verb of Object.keys(asked)) told.get(verb)?.add(answer);
  for (const [verb, all] of told) expect([verb, [...all].sort()]).toEqual([verb, ["no", "unknown", "yes"]]);
});

describe("a text with holes fits a pattern", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 5 });
  const literal = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 });

  test("surely only if it does whatever stands in the hole, and never only if it cannot", () => {
    fc.assert(
      fc.property(
        letters,
        literal,
        literal,
        fc.array(literal, { minLength: 8, maxLength: 8 }),
        (pattern, a, b, fills) => {
          if (pattern === "") return;
          const answer = ask({ thing: { it: text(a, undefined, b) }, field: "it", test: { matches: pattern } });
          const outcomes = fills.map((fill) => matchesGlob(pattern, `${a}${fill}${b}`));
          if (answer === "yes") expect(outcomes).not.toContain(false);
          if (answer === "no") expect(outcomes).not.toContain(true);
        },
      ),
      { seed: 3, numRuns: 2000 },
    );
  });

  test("in time that does not explode", () => {
    const pattern = `${"*a".repeat(40)}b`;
    const long = text("a".repeat(5000), undefined, "a".repeat(5000));
    expect(ask({ thing: { it: long }, field: "it", test: { matches: pattern } })).toBe("no");
  });
});

test("the opposite of an answer is the answer to the opposite", () => {
  for (const [field, asked, answer] of answers)
    expect(ask({ thing, field, test: { not: asked } })).toBe(not(answer as "yes" | "no" | "unknown"));
});
