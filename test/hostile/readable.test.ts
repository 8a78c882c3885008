import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isRecord } from "#model/json-tree.ts";
import type { Report } from "#model/report.ts";
import { harmless, plan, planOf } from "./plans.ts";
import { rolecall } from "./support.ts";

const sample = (name: string): Buffer => readFileSync(new URL(`../../fixtures/hostile/${name}`, import.meta.url));
const policy = (text: string): string => JSON.stringify(planOf({ name: "p", policy: text }));
const everything = JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } });
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const withName = (name: string): string => plan.replace('"name":"p"', name);

/** Rules that ask about different parts of a policy: what makes these undecided does so for the others. */
const asked = new Set([
  "no-full-admin",
  "no-wildcard-action",
  "no-public-trust",
  "require-owner",
  "no-invalid-policy-document",
]);

const undecided = ["no-full-admin undecided", "no-wildcard-action undecided"];

/** What is said of a policy that cannot be read, and of one that AWS cannot read either. */
const unread = ["no-full-admin undecided", "no-invalid-policy-document undecided", "no-wildcard-action undecided"];
const refused = ["no-full-admin undecided", "no-invalid-policy-document fails", "no-wildcard-action undecided"];

/** Inputs that can be judged: the exit code, what is found, and what is said about them. */
const readable: readonly (readonly [
  name: string,
  bytes: Uint8Array | string,
  code: number,
  findings: readonly string[],
  notices: readonly string[],
])[] = [
  // Encodings and what stands around.
  ["a plan", plan, 0, [], []],
  ["a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(plan)]), 0, [], []],
  ["UTF-16LE", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plan, "utf16le")]), 0, [], []],
  ["UTF-16BE", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(plan, "utf16le").swap16()]), 0, [], []],
  ["CRLF", JSON.stringify(JSON.parse(plan), null, 2).replaceAll("\n", "\r\n"), 0, [], []],
  [
    "the lines of a wrapper",
    `[command]/usr/bin/terraform show -json\r\n${plan}\r\n::debug::exit 0\r\n`,
    0,
    [],
    ["info lines-skipped"],
  ],
  ["p6-noop.utf8-bom.json", sample("p6-noop.utf8-bom.json"), 0, [], []],
  ["p6-noop.utf16le-bom.json", sample("p6-noop.utf16le-bom.json"), 0, [], []],
  ["p6-noop.wrapper-noise.json", sample("p6-noop.wrapper-noise.json"), 0, [], ["info lines-skipped"]],
  ["p5-errored.json", sample("p5-errored.json"), 3, [], ["incomplete plan-errored", "info check-failed"]],
  ["p8-target.json", sample("p8-target.json"), 3, [], ["incomplete plan-incomplete"]],
  [
    "p9-refresh-only-errored.json",
    sample("p9-refresh-only-errored.json"),
    3,
    [],
    ["incomplete plan-errored", "info drift"],
  ],
  // Names, numbers, strings.
  [
    "names of Object's own",
    withName('"__proto__":{"policy":"x"},"constructor":{"prototype":1},"toString":true,"name":"p"'),
    0,
    [],
    [],
  ],
  [
    "__proto__ in place of the plan's parts",
    plan.replace("{", '{"__proto__":{"errored":true,"resource_changes":[1]},'),
    0,
    [],
    [],
  ],
  ["a type and an address called __proto__", plan.replaceAll("aws_iam_policy", "__proto__"), 0, [], []],
  [
    "numbers that nobody can hold",
    withName('"name":"p","a":1e400,"b":-1e400,"c":12345678901234567890,"d":1e-999'),
    0,
    [],
    [],
  ],
  [
    "a number in place of a name",
    withName('"name":1e400').replace(JSON.stringify(harmless), JSON.stringify(everything)),
    1,
    ["no-full-admin fails"],
    [],
  ],
  [
    "half a pair of surrogates",
    withName('"name":"\\ud800"').replace(JSON.stringify(harmless), JSON.stringify(everything)),
    1,
    ["no-full-admin fails"],
    [],
  ],
  [
    "a name of five megabytes",
    withName(`"name":"${"n".repeat(5_000_000)}"`).replace(JSON.stringify(harmless), JSON.stringify(everything)),
    1,
    ["no-full-admin fails"],
    [],
  ],
  [
    "a hundred thousand tags",
    withName(`"tags":{${Array.from({ length: 100_000 }, (_, i) => `"t${i}":"v"`).join()}},"name":"p"`),
    0,
    [],
    [],
  ],
  ["two hundred levels", plan.replace('"root_module":{}', `"root_module":${nested(200)}`), 0, [], []],
  // Keys that stand twice.
  [
    "resource_changes twice, the last empty",
    plan.replace(/\}$/, ',"resource_changes":[]}'),
    3,
    [],
    ["incomplete duplicate-key"],
  ],
  ["actions twice", plan.replace('"actions":', '"actions":["no-op"],"actions":'), 3, [], ["incomplete duplicate-key"]],
  ["type twice", plan.replace('"type":', '"type":"aws_vpc","type":'), 3, [], ["incomplete duplicate-key"]],
  [
    "policy twice",
    plan.replace('"policy":', `"policy":${JSON.stringify(everything)},"policy":`),
    0,
    unread,
    ["info duplicate-key"],
  ],
  [
    "Action twice in the policy",
    policy(everything.replace("}}", ',"Action":"s3:GetObject"}}')),
    0,
    undecided,
    ["info duplicate-key"],
  ],
  [
    "Effect twice in the policy",
    policy(everything.replace("}}", ',"Effect":"Deny"}}')),
    0,
    undecided,
    ["info duplicate-key"],
  ],
  [
    "Statement twice in the policy",
    policy(everything.replace(/\}$/, ',"Statement":[]}')),
    0,
    unread,
    ["info duplicate-key"],
  ],
  // Policies that are none.
  ["a policy that is no JSON", policy("{hunter2"), 1, refused, ["info policy-not-json"]],
  ["a policy that is a list", policy("[]"), 1, refused, ["info policy-not-an-object"]],
  ["a policy that is a number", JSON.stringify(planOf({ policy: 7 })), 1, refused, ["info policy-not-an-object"]],
  ["a policy of a hundred levels", policy(`{"Statement":${nested(100)}}`), 3, unread, ["incomplete policy-too-deep"]],
  ["a policy of five million levels", policy("[".repeat(5_000_000)), 3, unread, ["incomplete policy-too-long"]],
  [
    "a policy of a megabyte",
    policy(JSON.stringify({ Statement: [], Id: "x".repeat(1_000_000) })),
    3,
    unread,
    ["incomplete policy-too-long"],
  ],
  [
    "a policy of many keys that stand twice",
    policy(`{"Statement":[${'{"Effect":"Deny","Effect":"Allow","Action":"s3:GetObject"},'.repeat(2000)}{}]}`),
    1,
    ["no-invalid-policy-document fails", "no-wildcard-action undecided"],
    ["info duplicate-key"],
  ],
];

describe("inputs that can be judged", () => {
  it.each(readable)("%s", async (_name, bytes, code, findings, notices) => {
    const run = await rolecall(["check", "plan.json", "--format", "json"], { files: { "plan.json": bytes } });
    const report = reportIn(run.out);
    expect(run.err).toBe("");
    expect(run.code).toBe(code);
    expect(unique(report.notices.map((one) => `${one.level} ${one.code}`))).toEqual(notices);
    const judged = report.findings.filter((one) => asked.has(one.rule));
    expect(unique(judged.map((one) => `${one.rule} ${one.verdict}`).sort())).toEqual(findings);
    expect(run.out).not.toContain("hunter2");
  });

  it("leaves the prototype of objects alone", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect("errored" in {}).toBe(false);
  });
});

function reportIn(text: string): Report {
  const report: unknown = JSON.parse(text);
  if (!isRecord(report)) throw new Error("this is no report");
  return report as unknown as Report;
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
