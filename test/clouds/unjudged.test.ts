import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isUnderstood } from "#clouds/aws/resources/index.ts";
import type { Report } from "#model/report.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../src/check.ts";

const options = {
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
} as const;

function record(type: string, after: Readonly<Record<string, unknown>>): object {
  const change = { actions: ["create"], before: null, after, after_unknown: {} };
  return { address: `${type}.a`, mode: "managed", type, name: "a", change };
}

async function noticesOf(
  type: string,
  clouds?: readonly string[],
  values: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const report = await reportOf([record(type, { name: "a", role: "b", ...values })], clouds);
  return report.notices.map((one) => `${one.level} ${one.code}`);
}

async function reportOf(resource_changes: readonly object[], clouds?: readonly string[]): Promise<Report> {
  const bytes = Buffer.from(JSON.stringify({ format_version: "1.2", resource_changes, configuration: {} }));
  const ruleset = defaultRuleset();
  const settings = { ...ruleset.settings, ...(clouds !== undefined && { clouds }) };
  return check([{ path: "plan.json", bytes }], { ...options, ruleset: { ...ruleset, settings } });
}

describe("resources about access that nobody judges", () => {
  it.each([
    ["google_project_iam_member", undefined, ["incomplete cloud-not-judged"]],
    ["google_project_iam_member", ["aws", "gcp"], ["incomplete cloud-not-judged"]],
    ["google_project_iam_member", ["aws"], ["info cloud-not-judged"]],
    ["azurerm_role_assignment", ["aws", "gcp"], ["info cloud-not-judged"]],
    ["aws_glue_resource_policy", undefined, []],
    ["aws_cloudformation_stack", undefined, ["incomplete template-not-read"]],
    ["aws_sagemaker_notebook_instance", undefined, []],
    ["aws_of_tomorrow", undefined, ["incomplete type-not-known"]],
    ["awscc_iam_role", ["aws"], ["incomplete type-not-judged"]],
    ["awscc_of_tomorrow", ["aws"], ["incomplete type-not-known"]],
    ["aws_vpc", undefined, []],
    ["random_pet", undefined, []],
  ])("%s with the clouds %j: %j", async (type, clouds, notices) => {
    expect(await noticesOf(type, clouds)).toEqual(notices);
  });
});

/** Beside a name and no more. */
describe("types that nobody knows yet", () => {
  it.each([
    [{}, false],
    [{ settings: [{ mode: "fast" }, { output: [{ role_arn: null }] }] }, true],
    [{ settings: { access_policies: "{}" } }, true],
    [{ tags: { role: "web", policy: "x" }, environment_variables: { role: "web" } }, false],
    [{ lifecycle_policy: "{}", security_policy_name: "x", dns_policy: [] }, false],
    [{ blocks: [{ trusted_principal: true }] }, true],
  ])("%j: looks like access %j", async (values, looks) => {
    const notices = await noticesOf("aws_of_tomorrow", undefined, { role: undefined, ...values });
    expect(notices).toEqual(looks ? ["incomplete type-not-known"] : []);
  });
});

const [, ...listed] = readFileSync("data/terraform-identity-types.tsv", "utf8").trim().split("\n");

describe("types of the list that belong to another cloud or service", () => {
  const others = new Map(
    listed
      .map((line) => line.split("\t"))
      .filter(
        ([provider, type]) =>
          !/^aws(cc)?$/.test(provider ?? "") && type?.includes("*") === false && !type.startsWith("data."),
      )
      .map(([provider = "", type = ""]) => [type, provider.split(" ")[0] ?? ""]),
  );
  const clouds: Readonly<Record<string, string>> = {
    google: "gcp",
    "google-beta": "gcp",
    azurerm: "azure",
    azuread: "azure",
    azapi: "azure",
    helm: "kubernetes",
    kubectl: "kubernetes",
    kustomization: "kubernetes",
  };

  it("are all named in a notice, with their cloud", async () => {
    const names = [...others.keys()];
    const report = await reportOf(names.map((type) => record(type, { name: "a" })));
    const wanted = [...others].map(
      ([type, provider]) =>
        `incomplete ${type} is about access in ${clouds[provider] ?? provider}, which this version does not judge`,
    );
    expect(report.notices.map(({ level, message }) => `${level} ${message}`).sort()).toEqual(wanted.sort());
    expect(report.summary.exitCode).toBe(3);
  });

  it("are only mentioned where the ruleset leaves their cloud out", async () => {
    const report = await reportOf(
      [...others.keys()].map((type) => record(type, { name: "a" })),
      ["aws"],
    );
    expect(new Set(report.notices.map((one) => one.level))).toEqual(new Set(["info"]));
    expect(report.notices).toHaveLength(others.size);
    expect(report.summary.exitCode).toBe(0);
  });
});

/** Templates that a stack deploys, in JSON and YAML: only those with resources about access are missed. */
describe("stacks of another language", () => {
  it.each([
    ['{"Resources":{"R":{"Type":"AWS::IAM::Role"}}}', "incomplete template-not-read"],
    ["Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n", "incomplete template-not-read"],
    ["Resources:\n  P:\n    Type: 'AWS::Lambda::Permission'\n", "incomplete template-not-read"],
    ['{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}', undefined],
  ])("%j", async (template_body, notice) => {
    expect(await noticesOf("aws_cloudformation_stack", undefined, { template_body })).toEqual(notice ? [notice] : []);
  });
});

it("every type of CloudFormation that is about access is judged, as far as the list knows", () => {
  const [, ...rows] = readFileSync("data/cloudformation-types.tsv", "utf8").trim().split("\n");
  const about = rows.map((row) => row.split("\t")).filter(([, kinds]) => kinds !== "-");
  const missing = about.flatMap(([type = ""]) => (isUnderstood(type, "cloudformation") ? [] : [type]));
  expect(missing).toEqual([]);
  expect(about.length).toBeGreaterThan(500);
});

describe("types of CloudFormation that nobody judges", () => {
  async function noticesOfTemplate(type: string, properties: object): Promise<readonly string[]> {
    const bytes = Buffer.from(JSON.stringify({ Resources: { A: { Type: type, Properties: properties } } }));
    const report = await check([{ path: "template.json", bytes }], { ...options, ruleset: defaultRuleset() });
    return report.notices.map((one) => `${one.level} ${one.code}`);
  }

  it.each([
    ["AWS::EC2::VPC", { RoleArn: "it has none" }, []],
    ["AWS::Of::Tomorrow", { Settings: [{ OutputRoleArn: "x" }] }, ["incomplete type-not-known"]],
    ["AWS::Of::Tomorrow", { Size: 3 }, []],
    ["Custom::Thing", { ServiceToken: "x" }, ["info custom-resource"]],
    ["Company::Service::Thing", {}, ["info extension"]],
    ["Company::Service::Thing::MODULE", {}, ["incomplete module-not-read"]],
    ["AWS::CloudFormation::Stack", { TemplateURL: "x" }, ["incomplete nested-template-not-read"]],
    ["AWS::Serverless::Function", {}, ["incomplete sam-not-expanded"]],
  ])("%s %j: %j", async (type, properties, notices) => {
    expect(await noticesOfTemplate(type, properties)).toEqual(notices);
  });
});
