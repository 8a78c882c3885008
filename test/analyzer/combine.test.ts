import { describe, expect, test } from "vitest";
import { absorb, combine } from "#analyzer/combine.ts";
import type { Judgement } from "#analyzer/judge.ts";
import type { Claim } from "#model/finding.ts";
import { literalText } from "#model/text.ts";
import { hole } from "#model/value.ts";
import noFullAdmin from "#rules/no-full-admin.ts";
import noWildcardAction from "#rules/no-wildcard-action.ts";
import type { Rule } from "#rules/rule.ts";
import { document } from "./support.ts";

function judgement(rule: Rule, claim: Partial<Claim> = {}, address = "aws_iam_role.app"): Judgement {
  const at = { document, pointer: "", address };
  const subject: Judgement["subject"] = {
    id: address,
    kind: "role",
    name: literalText("app"),
    address,
    type: "aws_iam_role",
    cloud: "aws",
    providerKey: "aws",
    environment: { kind: "untold" },
    owner: { kind: "nobody", because: "it has no tags" },
    action: "create",
    presence: "managed",
    at,
  };
  const first = primary("/first");
  return { rule, subject, claim: { holds: "yes", detail: "*", message: "first", evidence: [first], ...claim } };
}

function primary(pointer: string): Claim["evidence"][number] {
  return { role: "primary", message: "Action *", location: { document, pointer } };
}

const second: Partial<Claim> = { message: "second", evidence: [primary("/second")] };

describe("claims of one rule about one detail", () => {
  test("become one, with the evidence of all and one primary place", () => {
    const all = [
      judgement(noFullAdmin, { statements: ["a"] }),
      judgement(noFullAdmin, { ...second, statements: ["b"] }),
    ];
    const claims = combine(all).map((one) => one.claim);
    expect(claims).toMatchObject([
      {
        message: "first",
        statements: ["a", "b"],
        evidence: [
          { role: "primary", location: { pointer: "/first" } },
          { role: "because", location: { pointer: "/second" } },
        ],
      },
    ]);
  });

  test("of one place are told once", () => {
    const [one] = combine([judgement(noFullAdmin), judgement(noFullAdmin)]);
    expect(one?.claim.evidence).toHaveLength(1);
  });

  test.each<[string, Partial<Claim>, Partial<Claim>]>([
    [
      "what surely holds before what may hold",
      { holds: "unknown", severity: "critical" },
      { holds: "yes", severity: "low" },
    ],
    ["the worse before the better", { severity: "low" }, { severity: "high" }],
    ["the rule's own severity before a lower one", { severity: "high" }, {}],
    ["the surer before the less sure", { confidence: "medium" }, { confidence: "high" }],
  ])("are led by %s, in any order", (_, weaker, stronger) => {
    const [weak, strong] = [judgement(noFullAdmin, weaker), judgement(noFullAdmin, { ...second, ...stronger })];
    for (const order of [
      [weak, strong],
      [strong, weak],
    ]) {
      expect(combine(order).map((one) => one.claim)).toMatchObject([
        { holds: strong.claim.holds, message: "second", evidence: [{ location: { pointer: "/second" } }, {}] },
      ]);
    }
  });

  test("wait for what each of them waits for", () => {
    const holes = [hole("computed-at-apply"), hole("sensitive")];
    const [one] = combine(
      holes.map((waits, i) =>
        judgement(noFullAdmin, { holds: "unknown", waits: [waits], needs: [`word ${i}`, "same"] }),
      ),
    );
    expect(one?.claim).toMatchObject({ holds: "unknown", waits: holes, needs: ["word 0", "same", "word 1"] });
  });

  test.each<[string, Judgement]>([
    ["detail", judgement(noFullAdmin, { detail: "iam:*" })],
    ["subject", judgement(noFullAdmin, {}, "aws_iam_role.report")],
    ["rule", judgement(noWildcardAction)],
  ])("stay apart from those of another %s", (_, other) => {
    expect(combine([judgement(noFullAdmin), other])).toHaveLength(2);
  });
});

describe("a stronger rule's claim", () => {
  const admin = judgement(noFullAdmin, { statements: ["a", "b"] });

  test.each<[boolean, string, Judgement]>([
    [false, "the same statement", judgement(noWildcardAction, { statements: ["a"] })],
    [
      false,
      "the same statements, undecided",
      judgement(noWildcardAction, { holds: "unknown", statements: ["b", "a"] }),
    ],
    [true, "another statement as well", judgement(noWildcardAction, { statements: ["a", "c"] })],
    [true, "no statement at all", judgement(noWildcardAction, {})],
    [true, "another subject", judgement(noWildcardAction, { statements: ["a"] }, "aws_iam_role.report")],
  ])("leaves %j what a weaker one says of %s", (stays, _, weaker) => {
    expect(absorb([weaker, admin])).toEqual(stays ? [weaker, admin] : [admin]);
  });

  test("that is undecided absorbs nothing", () => {
    const perhaps = judgement(noFullAdmin, { holds: "unknown", statements: ["a"] });
    const weaker = judgement(noWildcardAction, { statements: ["a"] });
    expect(absorb([perhaps, weaker])).toEqual([perhaps, weaker]);
  });

  test("of several findings absorbs what all of them cover together", () => {
    const [one, two] = ["a", "b"].map((id) => judgement(noFullAdmin, { detail: id, statements: [id] }));
    const weaker = judgement(noWildcardAction, { statements: ["a", "b"] });
    expect(absorb([one, two, weaker].filter((each) => each !== undefined))).toEqual([one, two]);
  });
});
