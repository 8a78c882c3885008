import { expect, test } from "vitest";
import { reportOf } from "#analyzer/report.ts";
import { judged, planOf, role } from "./support.ts";

const changes = [
  { address: "aws_iam_role.new", action: "create", after: role("new") },
  { address: "aws_iam_role.old", action: "delete", before: role("old") },
  { address: "aws_iam_role.other", action: "update", before: role("other"), after: role("other", { path: "/x/" }) },
] as const;

const options = {
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
  rules: [],
  ruleset: { rules: new Map() },
} as const;

test("identities that come, change and go are counted", async () => {
  const one = await judged(planOf(changes), []);
  expect(reportOf([one], [], [], options).summary.identityChanges).toEqual({ added: 1, changed: 1, removed: 1 });
});

test("an input without a before adds nothing: nobody knows what was there", async () => {
  const one = await judged(planOf([changes[0]], { hasBefore: false }), []);
  const { summary } = reportOf([one], [], [], options);
  expect(summary).toMatchObject({ identities: 1, identityChanges: { added: 0, changed: 0, removed: 0 } });
});
