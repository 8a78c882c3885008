import { describe, expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import { applyExceptions, matchesException } from "#ruleset/exceptions.ts";
import { load } from "./support.ts";

const target = { id: "abcdefghjk", rule: "no-wildcard-action", subjectName: "ci-deployer", detail: "ecr:*" };

describe("an exception names a finding", () => {
  const cases: readonly (readonly [finding: string, matches: boolean])[] = [
    ["abcdefghjk", true],
    ["abcdefghjm", false],
    ["no-wildcard-action/ci-deployer/ecr:*", true],
    ["no-wildcard-action/ci-*/*", true],
    ["no-wildcard-action/other/*", false],
    ["no-full-admin/*/*", false],
    ["no-wildcard-action/ci-deployer", false],
  ];
  for (const [finding, matches] of cases) {
    test(`${finding} ${matches ? "does" : "does not"}`, () =>
      expect(matchesException({ finding }, target)).toBe(matches));
  }
});

function finding(id: string, rule: string, name: string, detail: string): Finding {
  const subject = {
    kind: "role",
    name,
    address: `aws_iam_role.${name}`,
    type: "aws_iam_role",
    cloud: "aws",
    account: null,
    environment: null,
    owner: null,
  };
  return {
    id,
    rule,
    family: "PRIV",
    severity: "high",
    confidence: "high",
    verdict: "fails",
    blocks: false,
    change: "added",
    subject,
    detail,
    message: "",
    evidence: [],
    fix: "",
    waitsFor: [],
    frameworks: {},
    suppressed: null,
  };
}

const findings = [
  finding("abcdefghjk", "no-wildcard-action", "ci", "ecr:*"),
  finding("mnpqrstuvw", "no-full-admin", "ci", "*"),
];

function exceptions(...lines: readonly string[]): string {
  return `exceptions:\n${lines.map((line) => `  - { ${line}, reason: SEC-412, owner: platform, expires: 2026-06-30 }`).join("\n")}\n`;
}

async function apply(file: string, today: string, base: Record<string, string> = {}) {
  const { findings: marked, notices } = applyExceptions(
    findings,
    await load({ ...base, "rolecall.yaml": file }),
    today,
  );
  return {
    suppressed: marked.filter((one) => one.suppressed !== null).map((one) => one.id),
    marked,
    notices: notices.map((one) => [one.code, one.level, one.message]),
  };
}

test("a finding is suppressed up to the last day, with reason and owner", async () => {
  const { marked, suppressed, notices } = await apply(
    exceptions('finding: "no-wildcard-action/ci/ecr:*"'),
    "2026-06-30",
  );
  expect(suppressed).toEqual(["abcdefghjk"]);
  expect(marked[0]?.suppressed).toEqual({ reason: "SEC-412", owner: "platform", expires: "2026-06-30" });
  expect(notices).toEqual([]);
});

test("an expired exception suppresses nothing and is told", async () => {
  const { suppressed, notices } = await apply(exceptions("finding: abcdefghjk"), "2026-07-01");
  expect(suppressed).toEqual([]);
  expect(notices).toEqual([
    [
      "expired-exception",
      "info",
      'exception "abcdefghjk" (rolecall.yaml:2) expired on 2026-06-30: platform must renew or remove it',
    ],
  ]);
});

test("an exception that fits nothing is told", async () => {
  const { notices } = await apply(exceptions("finding: abcdefghjk", 'finding: "no-public-trust/gone/*"'), "2026-01-31");
  expect(notices).toEqual([
    ["unused-exception", "info", 'exception "no-public-trust/gone/*" (rolecall.yaml:3) fits no finding: remove it'],
  ]);
});

test("a locked rule has exceptions only in the file that locks it, also by id", async () => {
  const lock = "rules: { no-full-admin: { locked: true } }\n";
  const outside = await apply(exceptions("finding: mnpqrstuvw"), "2026-01-31", { "base.yaml": lock });
  expect(outside.suppressed).toEqual([]);
  expect(outside.notices.map(([code]) => code)).toEqual(["unused-exception"]);
  const inside = await apply("", "2026-01-31", { "base.yaml": lock + exceptions("finding: mnpqrstuvw") });
  expect(inside.suppressed).toEqual(["mnpqrstuvw"]);
});
