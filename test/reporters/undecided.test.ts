import { expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import { painter } from "#reporters/text/paint.ts";
import { showUndecided } from "#reporters/text/undecided.ts";
import { reportOf } from "./support.ts";

const [undecided] = reportOf("mixed").findings.filter((one) => one.rule === "no-cross-environment-trust");
if (undecided === undefined) throw new Error("the fixture has no undecided finding");
const model: Finding = undecided;

type Told = Partial<Pick<Finding, "severity" | "detail" | "message" | "waitsFor" | "fix" | "id">>;

function check(rule: string, address: string, told: Told = {}): Finding {
  const subject = { ...model.subject, address, name: "app" };
  return { ...model, rule, subject, waitsFor: ["data.x.y"], message: "role app could perhaps", ...told };
}

function shown(...findings: readonly Finding[]): readonly string[] {
  const [, ...lines] = showUndecided(findings, painter(false));
  return lines;
}

test("checks of one subject that wait for one value are one entry, under the gravest", () => {
  expect(
    shown(
      check("no-public-trust", "aws_iam_role.app", { severity: "critical" }),
      check("no-confused-deputy", "aws_iam_role.app"),
      check("no-dangling-principal", "aws_iam_role.app", { severity: "medium" }),
    ),
  ).toEqual([
    "   CRITICAL  no-public-trust, no-confused-deputy, no-dangling-principal",
    "     aws_iam_role.app  waits for data.x.y",
  ]);
});

test("an entry waits for all that any of its checks waits for", () => {
  expect(
    shown(
      check("no-public-trust", "aws_iam_role.app"),
      check("no-cross-environment-trust", "aws_iam_role.app", { waitsFor: ["data.x.y", "the environment of app"] }),
    ).at(-1),
  ).toBe("     aws_iam_role.app  waits for data.x.y, the environment of app");
});

test("a check that stands alone says what it says, and has its id", () => {
  expect(shown(check("no-public-trust", "aws_iam_role.app", { id: "p6dgzmds9n" }))).toEqual([
    "   HIGH      no-public-trust  role app could perhaps",
    "     aws_iam_role.app  waits for data.x.y · id p6dgzmds9n",
  ]);
});

test("other subjects and other values are other entries", () => {
  const lines = shown(
    check("no-public-trust", "aws_iam_role.app"),
    check("no-public-trust", "aws_iam_role.worker"),
    check("no-public-trust", "aws_iam_role.app", { waitsFor: ["data.other"] }),
  );
  expect(lines.filter((line) => line.includes("waits for"))).toEqual([
    `     aws_iam_role.app  waits for data.x.y · id ${model.id}`,
    `     aws_iam_role.worker  waits for data.x.y · id ${model.id}`,
    `     aws_iam_role.app  waits for data.other · id ${model.id}`,
  ]);
});

test("several claims of one rule are counted", () => {
  expect(
    shown(
      check("no-wildcard-action", "aws_iam_role.app", { detail: "s3:*" }),
      check("no-wildcard-action", "aws_iam_role.app", { detail: "sqs:*" }),
      check("no-full-admin", "aws_iam_role.app"),
    )[0],
  ).toBe("   HIGH      no-wildcard-action (2), no-full-admin");
});

test("instances of one definition are one entry, which tells what the first one waits for", () => {
  const instance = (key: string, rule: string) =>
    check(rule, `aws_iam_role.app["${key}"]`, { waitsFor: [`aws_kms_key.app["${key}"].arn`] });
  expect(
    shown(
      instance("a", "no-full-admin"),
      instance("b", "no-full-admin"),
      instance("c", "no-full-admin"),
      instance("a", "no-wildcard-action"),
      instance("b", "no-wildcard-action"),
      instance("c", "no-wildcard-action"),
    ),
  ).toEqual([
    "   HIGH      no-full-admin, no-wildcard-action",
    '     aws_iam_role.app["a"] and 2 more like it  waits for aws_kms_key.app["a"].arn',
  ]);
});

test("what waits for nothing tells what its author can do", () => {
  expect(
    shown(
      check("require-owner", "aws_iam_role.app", { waitsFor: [], fix: "Tag it" }),
      check("no-long-session", "aws_iam_role.app", { waitsFor: [], fix: "Limit it" }),
    ).filter((line) => line.startsWith("     ")),
  ).toEqual([`     aws_iam_role.app  Tag it · id ${model.id}`, `     aws_iam_role.app  Limit it · id ${model.id}`]);
});

test("more than twenty entries are counted", () => {
  const many = Array.from({ length: 23 }, (_, i) => check("no-public-trust", `aws_iam_role.app${i}`));
  expect(shown(...many).at(-1)).toBe("   and 3 more");
});
