import { describe, expect, test } from "vitest";
import { type GateOptions, reportOf } from "#analyzer/report.ts";
import type { Finding } from "#model/finding.ts";
import type { Notice } from "#model/notice.ts";
import { document, planOf } from "./support.ts";

const options: GateOptions = {
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
};

function finding(over: Partial<Finding> = {}): Finding {
  return {
    id: "aaaaaaaaaa",
    rule: "no-full-admin",
    family: "PRIV",
    severity: "high",
    confidence: "high",
    verdict: "fails",
    blocks: false,
    change: "added",
    subject: {
      kind: "role",
      name: "app",
      address: "aws_iam_role.app",
      type: "aws_iam_role",
      cloud: "aws",
      account: null,
      environment: null,
      owner: null,
    },
    detail: "*",
    message: "role app may do everything",
    evidence: [],
    fix: "Name the actions.",
    waitsFor: [],
    frameworks: {},
    suppressed: null,
    ...over,
  };
}

function report(findings: readonly Finding[], over: Partial<GateOptions> = {}, notices: readonly Notice[] = []) {
  const judged = { plan: planOf([]), identities: [], removed: 0, findings: [], notices, secrets: new Set<string>() };
  return reportOf([judged], findings, [], { ...options, ...over, rules: [], ruleset: { rules: new Map() } });
}

const suppressed = { reason: "SEC-1", owner: "platform", expires: "2027-01-31" };

describe("a finding", () => {
  test.each<[boolean, string, Partial<Finding>, Partial<GateOptions>]>([
    [true, "at the threshold", { severity: "high" }, {}],
    [true, "above the threshold", { severity: "critical" }, {}],
    [false, "below the threshold", { severity: "medium" }, {}],
    [true, "at a lower threshold", { severity: "low" }, { failOn: "low" }],
    [false, "below a higher threshold", { severity: "high" }, { failOn: "critical" }],
    [true, "that the change adds", { change: "added" }, {}],
    [true, "that the change widens", { change: "widened" }, {}],
    [true, "that the change touches", { change: "touched" }, {}],
    [true, "without a state before", { change: "present" }, {}],
    [false, "that the change does not touch", { change: "unchanged" }, {}],
    [true, "that the change does not touch, where existing debt counts", { change: "unchanged" }, { gate: "all" }],
    [false, "of existing debt below the threshold", { change: "unchanged", severity: "low" }, { gate: "all" }],
    [false, "that is excepted", { suppressed }, {}],
    [false, "that is excepted, where existing debt counts", { suppressed, change: "unchanged" }, { gate: "all" }],
    [false, "that is undecided", { verdict: "undecided", severity: "critical" }, {}],
    [true, "that is undecided at its threshold", { verdict: "undecided" }, { failOnUndecided: "high" }],
    [false, "that is undecided below it", { verdict: "undecided" }, { failOnUndecided: "critical" }],
    [
      true,
      "that is undecided, by its own threshold",
      { verdict: "undecided", severity: "info" },
      { failOnUndecided: "info" },
    ],
    [
      false,
      "that is undecided before and after",
      { verdict: "undecided", change: "unchanged" },
      { failOnUndecided: "high" },
    ],
    [false, "that is undecided and excepted", { verdict: "undecided", suppressed }, { failOnUndecided: "high" }],
  ])("blocks: %j %s", (blocks, _, over, gate) => {
    const { findings, summary } = report([finding(over)], gate);
    expect(findings.map((one) => one.blocks)).toEqual([blocks]);
    expect([summary.verdict, summary.exitCode, summary.blocking]).toEqual(blocks ? ["fail", 1, 1] : ["pass", 0, 0]);
  });
});

describe("a report", () => {
  const incomplete: Notice = {
    code: "errored-plan",
    level: "incomplete",
    message: "the plan is errored",
    location: { document, pointer: "" },
  };

  test("without findings passes", () => {
    expect(report([]).summary).toMatchObject({ verdict: "pass", exitCode: 0, blocking: 0 });
  });

  test("of an incomplete input says so, whether something blocks or not", () => {
    for (const findings of [[], [finding()]]) {
      const { summary, inputs } = report(findings, {}, [incomplete]);
      expect(summary).toMatchObject({ verdict: "incomplete", exitCode: 3, blocking: findings.length });
      expect(inputs.map((one) => one.complete)).toEqual([false]);
    }
  });

  test("of an incomplete input that is allowed is judged by its findings", () => {
    const { summary, notices } = report([finding()], { allowIncomplete: true }, [incomplete]);
    expect(summary).toMatchObject({ verdict: "fail", exitCode: 1 });
    expect(notices).toEqual([{ ...incomplete, level: "info", message: "the plan is errored (allowed for this run)" }]);
  });

  test("counts each finding once, and excepted ones apart", () => {
    const { summary } = report([
      finding({ severity: "critical" }),
      finding({ severity: "critical", change: "unchanged" }),
      finding({ severity: "low" }),
      finding({ verdict: "undecided" }),
      finding({ verdict: "undecided", suppressed }),
      finding({ suppressed }),
    ]);
    expect(summary).toMatchObject({
      blocking: 1,
      existing: 1,
      undecided: 1,
      suppressed: 2,
      bySeverity: { critical: 2, high: 0, medium: 0, low: 1, info: 0 },
    });
  });

  test("shows the worst first, whatever the order in which they were found", () => {
    const findings = [
      finding({ severity: "low" }),
      finding({ verdict: "undecided" }),
      finding({ rule: "no-public-trust" }),
      finding({ detail: "iam:*" }),
      finding(),
      finding({ severity: "critical" }),
    ];
    const shown = (list: readonly Finding[]) =>
      report(list).findings.map((one) => `${one.severity} ${one.verdict} ${one.rule} ${one.detail}`);
    expect(shown(findings)).toEqual([
      "critical fails no-full-admin *",
      "high fails no-full-admin *",
      "high fails no-full-admin iam:*",
      "high fails no-public-trust *",
      "high undecided no-full-admin *",
      "low fails no-full-admin *",
    ]);
    expect(shown([...findings].reverse())).toEqual(shown(findings));
  });
});
