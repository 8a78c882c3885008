import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import type { Input } from "#frontends/frontend.ts";
import type { Report } from "#model/report.ts";
import { check, inputsIn } from "../../src/check.ts";
import { fixtures, rulesetOf } from "./rule-cases.ts";

/** Several inputs in one run: what one of them names and another one makes. Expectations are written down from reading the fixtures. */

const ruleset = await rulesetOf(join(fixtures, "plans/mixed"));

const infrastructure = input("infrastructure.json", "plans/mixed/infrastructure/plan.json");
const platform = input("platform.json", "plans/mixed/platform/plan.json");
const services = input("services.yaml", "plans/mixed/services/template.yaml");
const program = input("preview.json", "plans/pulumi/components/preview-all.json");

function input(path: string, file: string): Input {
  return { path, bytes: readFileSync(join(fixtures, file)) };
}

function run(...inputs: readonly Input[]): Promise<Report> {
  const options = { version: "0.0.0", today: "2026-01-15", failOn: "high", gate: "changed" } as const;
  return check(inputs, { ...options, ruleset, allowIncomplete: true });
}

/** The findings of a rule about a subject, by what they say it of. */
function found({ findings }: Report, rule: string, subject: string) {
  const all = findings.filter((one) => one.rule === rule && one.subject.name === subject);
  return new Map(all.map((one) => [one.detail, one]));
}

const builder = "arn:aws:iam::111122223333:role/builder";
const ops = "arn:aws:iam::123456789012:role/ops-role-3fbafc8";
const reader = "arn:aws:iam::111111111111:role/dev-reader";
const crossing = "no-cross-environment-trust";

describe("a role of one plan that a role of another one trusts", () => {
  test("by itself nobody can tell whether that crosses environments", async () => {
    const claims = found(await run(platform), crossing, "releaser");
    const verdicts = [...claims].map(([detail, { verdict }]) => [detail, verdict] as const);
    expect(new Map(verdicts)).toEqual(
      new Map([
        [reader, "undecided"],
        [builder, "undecided"],
        [ops, "undecided"],
      ]),
    );
  });

  test("together it is told, by what the other input says, under the same id", async () => {
    const alone = found(await run(platform), crossing, "releaser").get(builder);
    const claim = found(await run(platform, infrastructure), crossing, "releaser").get(builder);
    expect(claim).toMatchObject({
      id: alone?.id,
      verdict: "fails",
      severity: "high",
      change: "added",
      message:
        "role releaser (prod by tag environment = prod) trusts role builder of infrastructure.json (dev by tag environment = dev)",
    });
    expect(claim?.evidence.map(({ role, location }) => [role, location.document, location.address])).toEqual([
      ["primary", "platform.json", "aws_iam_role.app"],
      ["because", "infrastructure.json", "aws_iam_role.app"],
    ]);
  });

  test("roles at one address of two plans stay two", async () => {
    const { identities, inputs, summary } = await run(platform, infrastructure);
    expect(identities.map(({ name, address }) => [name, address])).toEqual([
      ["releaser", "aws_iam_role.app"],
      ["builder", "aws_iam_role.app"],
    ]);
    expect(inputs.map(({ path, resources }) => [path, resources])).toEqual([
      ["platform.json", 1],
      ["infrastructure.json", 1],
    ]);
    expect(summary.identityChanges).toEqual({ added: 2, changed: 0, removed: 0 });
  });

  test("where two inputs make it, it is not told which is meant", async () => {
    const again = { ...infrastructure, path: "again.json" };
    const claims = found(await run(platform, infrastructure, again), crossing, "releaser");
    expect(claims.get(builder)?.verdict).toBe("undecided");
  });
});

test("a role of a Pulumi program that a role of a Terraform plan trusts", async () => {
  const claims = found(await run(program, platform), crossing, "releaser");
  expect(claims.get(ops)).toMatchObject({
    verdict: "fails",
    message:
      "role releaser (prod by tag environment = prod) trusts role ops-role of preview.json (dev by tag owner = ops)",
  });
  expect(claims.get(builder)?.verdict).toBe("undecided");
});

test("a role of a CDK app that a role of a Terraform plan trusts", async () => {
  const app = await inputsIn("cdk.out", nodeFiles(join(fixtures, "plans/cdk-assembly/several-stacks")));
  const report = await run(platform, ...(app ?? []));
  expect(found(report, crossing, "releaser").get(reader)).toMatchObject({
    verdict: "fails",
    message:
      "role releaser (prod by tag environment = prod) trusts role dev-reader of cdk.out/assembly-Dev/DevDataF961E460.template.json (dev by stack Dev-Data)",
  });
});

describe("a template beside a plan", () => {
  test("its role trusts one of the plan", async () => {
    const claims = found(await run(services, infrastructure), crossing, "reader");
    expect(claims.get(builder)).toMatchObject({ verdict: "fails", change: "present" });
  });

  test("its function runs as a role of the plan, which belongs to another environment", async () => {
    const shared = "no-identity-shared-across-environments";
    expect(found(await run(services), shared, "releaser").size).toBe(0);
    const claim = found(await run(services, platform), shared, "releaser").get("dev");
    expect(claim?.message).toBe(
      "role releaser belongs to prod (by tag environment = prod), and AWS::Lambda::Function Worker of dev (by tag environment = dev) runs as it",
    );
    expect(claim?.evidence.map(({ message, location }) => [message, location.document])).toEqual([
      ["Worker (dev) has it as execution role", "services.yaml"],
      ["the role of platform.json belongs to prod", "platform.json"],
    ]);
  });
});

test("what two inputs say of roles of one name in an account that nobody told has two ids", async () => {
  const again = {
    ...services,
    path: "again.json",
    bytes: withoutAccount(readFileSync(join(fixtures, "plans/mixed/platform/plan.json"), "utf8")),
  };
  const once = idsOf(await run(again));
  const twice = idsOf(await run(again, { ...again, path: "third.json" }));
  expect(twice.length).toBe(2 * once.length);
  expect(new Set([...once, ...twice]).size).toBe(3 * once.length);
});

function idsOf({ findings }: Report): readonly string[] {
  return findings.filter((one) => one.rule === crossing).map(({ id }) => id);
}

function withoutAccount(plan: string): Uint8Array {
  return new TextEncoder().encode(plan.replaceAll("allowed_account_ids", "forbidden_account_ids"));
}

test("the order of the inputs changes no finding", async () => {
  const said = async (...inputs: readonly Input[]) => (await run(...inputs)).findings.map((one) => JSON.stringify(one));
  const forwards = await said(infrastructure, platform, services, program);
  expect((await said(program, services, platform, infrastructure)).sort()).toEqual(forwards.sort());
});
