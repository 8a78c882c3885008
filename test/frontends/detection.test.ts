import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { frontendFor } from "#frontends/index.ts";
import { maxBytes } from "#frontends/input/open.ts";
import { planOf, refusalOf } from "./support.ts";

const plan = {
  format_version: "1.2",
  terraform_version: "1.11.4",
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: "aws_iam_role.ci",
      mode: "managed",
      type: "aws_iam_role",
      name: "ci",
      change: { actions: ["no-op"], before: {}, after: {}, after_unknown: {} },
    },
  ],
};
const text = JSON.stringify(plan);
const logLine =
  '{"@level":"info","@message":"Terraform 1.11.4","@module":"terraform.ui","terraform":"1.11.4","type":"version","ui":"1.2"}\n';

/** Inputs that nobody can judge, by the code that they end in. */
const refused: readonly (readonly [code: string, name: string, document: unknown])[] = [
  ["empty-input", "nothing", ""],
  ["empty-input", "whitespace", " \n\t\r\n "],
  ["empty-input", "only a byte order mark", Buffer.from([0xef, 0xbb, 0xbf])],
  ["json-not-an-object", "null", "null"],
  ["json-not-an-object", "a list", "[\n{}\n]"],
  ["json-not-an-object", "a string", '""'],
  ["empty-object", "an empty object", " {} "],
  ["not-a-plan", "another object", { name: "x", version: "1" }],
  ["not-json", "a sentence", "There is no plan here."],
  ["html", "a web page", "<!DOCTYPE html><html><body>Sign in</body></html>"],
  ["html", "markup", '<?xml version="1.0"?><a/>'],
  [
    "plan-log",
    "the log of terraform plan -json",
    `${logLine}{"@level":"info","@message":"Plan: 1 to add","type":"change_summary"}\n`,
  ],
  [
    "test-log",
    "the log of terraform test -json",
    `${logLine}{"@level":"info","@message":"Found 1 file","test_abstract":{"a.tftest.hcl":["one"]},"type":"test_abstract"}\n`,
  ],
  [
    "state-json",
    "a state as JSON",
    { format_version: "1.0", terraform_version: "1.11.4", values: { root_module: {} } },
  ],
  ["state-json", "an empty state", { format_version: "1.0" }],
  [
    "raw-state",
    "a state file",
    { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", outputs: {}, resources: [] },
  ],
  ["provider-schemas", "provider schemas", { format_version: "1.0", provider_schemas: {} }],
  ["encrypted-plan", "an encrypted plan", { meta: {}, encrypted_data: "x", encryption_version: "v0" }],
  ["binary-plan", "a binary plan", Buffer.from("PK\u0003\u0004rest")],
  ["gzip", "a compressed plan", gzipSync(text)],
  [
    "terraform-text",
    "what terraform show prints",
    "\u001b[1m\nTerraform used the selected providers to generate the following execution plan.\n",
  ],
  ["terraform-text", "a plan without changes", "No changes. Your infrastructure matches the configuration.\n"],
  ["terraform-error", "an error of Terraform", '\n\u001b[31mError:\u001b[0m Failed to load "tfplan" as a plan file\n'],
  ["terraform-error", "an error in a frame", "\u2577\n\u2502 Error: Saved plan is stale\n\u2502 \n\u2575\n"],
  ["policy-document", "a policy document", { Version: "2012-10-17", Statement: [] }],
  ["own-report", "a report of ours", { schemaVersion: "1.0", tool: {}, inputs: [], findings: [] }],
  ["terraform-configuration", "labels without quotes", "# inputs\nvariable region {\n}\n"],
  ["terraform-configuration", "a configuration", 'resource "aws_iam_role" "ci" {\n  name = "ci"\n}\n'],
  ["terraform-configuration", "a configuration as JSON", { resource: { aws_iam_role: {} } }],
  ["template-without-resources", "an empty template", { AWSTemplateFormatVersion: "2010-09-09", Resources: {} }],
  [
    "template-without-resources",
    "a template in YAML without any",
    "AWSTemplateFormatVersion: 2010-09-09\nOutputs:\n  A: 1\n",
  ],
  ["cloudformation-template", "resources without types", { Resources: { A: { Properties: {} } } }],
  ["cloudformation-template", "nothing but a transform", "Transform: AWS::Serverless-2016-10-31\nGlobals: {}\n"],
  ["yaml-invalid", "a template with a tab in its indentation", "Resources:\n  A:\n    Type: AWS::IAM::Role\n\t- x\n"],
  ["cdk-manifest", "a manifest of the CDK", { version: "36.0.0", artifacts: {} }],
  ["pulumi-preview", "a preview of Pulumi without steps", { config: {}, steps: [], changeSummary: {} }],
  ["pulumi-summary", "the summary of a preview of Pulumi", { result: "succeeded", summary: {}, resources: [] }],
  ["pulumi-grpc-log", "a log of Pulumi's plugins", { method: "/pulumirpc.Engine/Log", request: {}, response: {} }],
  ["pulumi-no-resources", "findings of a policy pack", { sequence: 0, timestamp: 1, policyEvent: {} }],
  [
    "terraform-configuration",
    "a configuration with a policy in it",
    'resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{\n  "Statement": []\n}\nEOT\n}\n',
  ],
  [
    "pulumi-text",
    "a preview of Pulumi for people",
    "Previewing update (dev):\n  pulumi:pulumi:Stack: (same)\nResources:\n    + 3 to create\n",
  ],
  ["yaml", "a list that is called Resources", "Resources:\n- a\n- b\n"],
  ["yaml", "other YAML", "---\nname: x\n"],
  [
    "terraform-configuration",
    "a configuration with a template in it",
    'resource "aws_cloudformation_stack" "s" {\n  template_body = <<EOT\nResources:\n  A:\n    Type: AWS::IAM::Role\nEOT\n}\n',
  ],
  ["json-truncated", "a plan that is cut off", text.slice(0, -20)],
  ["json-truncated", "a plan that is cut off at its beginning", text.slice(0, 20)],
  ["json-trailing", "two plans", `${text}\n${text}`],
  ["json-invalid", "a plan with a slip", text.replace('"before":{}', '"before":{,}')],
  ["nul-bytes", "a plan with NUL bytes", text.replace("no-op", "no\u0000op")],
  ["not-utf8", "a plan in Latin-1", Buffer.from(text.replace("ci", "\u00e9"), "latin1")],
  [
    "json-too-deep",
    "a plan of 300 levels",
    text.replace('"before":{}', `"before":${'{"a":'.repeat(300)}1${"}".repeat(300)}`),
  ],
  ["json-too-deep", "a million open brackets", "[".repeat(1_000_000)],
  [
    "utf16-broken",
    "a plan that broke in UTF-16",
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.slice(0, -9), "utf16le")]),
  ],
  [
    "utf16-broken",
    "half a surrogate pair in UTF-16",
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${text.slice(0, 10)}\ud800${text.slice(10)}`, "utf16le")]),
  ],
];

describe("frontendFor and read", () => {
  it.each(refused)("ends in %s for %s", async (code, _name, document) => {
    const error = await refusalOf(document, "dir/input.json");
    expect(error.code).toBe(code);
    expect(error.exitCode).toBe(3);
    expect(error.message).toMatch(/^dir\/input\.json [^\n.]*\w\)?$/);
    expect(error.hint).toBeTruthy();
  });

  it("names standard input", async () => {
    expect((await refusalOf("{}", "-")).message).toBe("standard input holds an empty object");
  });

  it("tells the line and the byte of a mistake, and never quotes the input", async () => {
    const error = await refusalOf('{\n "resource_changes": [],\n "password": hunter2\n}');
    expect(error.message).toBe("plan.json is not valid JSON (line 3, byte 40)");
    expect(`${error.message}${error.hint}${error.stack}`).not.toContain("hunter2");
  });

  it("names the command that makes a plan", async () => {
    expect((await refusalOf({ format_version: "1.0", values: {} })).hint).toContain(
      "terraform show -json tfplan > plan.json && rolecall check plan.json",
    );
  });

  it("refuses what is too large before it reads it", async () => {
    expect((await refusalOf(new Uint8Array(maxBytes + 1))).code).toBe("too-large");
  });

  const readable: readonly (readonly [string, unknown])[] = [
    ["UTF-8 with a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ["UTF-16LE with a byte order mark", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])],
    [
      "UTF-16BE with a byte order mark",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]),
    ],
    ["UTF-16LE without one", Buffer.from(text, "utf16le")],
    ["pretty printed", JSON.stringify(plan, null, 2)],
    ["with the keys in another order", JSON.stringify(Object.fromEntries(Object.entries(plan).reverse()))],
    [
      "with lines of a wrapper",
      `[command]/usr/bin/terraform show -json tfplan\n${text}\n\n::debug::Terraform exited with code 0.\n`,
    ],
  ];

  it.each(readable)("reads a plan: %s", async (_name, document) => {
    const read = await planOf(document);
    expect(read.changes.map((one) => one.address)).toEqual(["aws_iam_role.ci"]);
  });

  it("says that it skipped lines", async () => {
    const read = await planOf(`[command]terraform show -json\n${text}`);
    expect(read.notices.map((one) => [one.level, one.code])).toContainEqual(["info", "lines-skipped"]);
  });

  const templates: readonly (readonly [string, string])[] = [
    ["JSON", '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"A":{"Type":"AWS::IAM::Role"}}}'],
    ["JSON without a version", '{"Description":"x","Resources":{"A":{"Type":"AWS::IAM::Role"}}}'],
    ["YAML", "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  A:\n    Type: AWS::IAM::Role\n"],
    ["YAML that begins with its resources", "Resources:\n\n  # first\n  'A':\n    Type: AWS::IAM::Role\n"],
    [
      "YAML that is indented as a whole",
      "---\n\n  # ours\n  Description: x\n  Resources: # all\n    A:\n      Type: AWS::IAM::Role\n",
    ],
    ["YAML with a name that nobody takes", "Resources:\n  A/b:\n    Type: AWS::IAM::Role\n"],
    ["YAML after a mark of its beginning", "---\nResources:\n    A:\n        Type: Custom::Thing\n"],
  ];

  it.each(templates)("reads a template: %s", async (_name, document) => {
    const input = { path: "a.txt", bytes: Buffer.from(document) };
    expect(frontendFor(input).id).toBe("cloudformation");
    expect((await planOf(document)).resources).toBe(1);
  });

  it("knows a plan by its content, not by its name", () => {
    expect(frontendFor({ path: "state.tfstate", bytes: Buffer.from(text) }).id).toBe("terraform-plan");
  });

  it("does not trip over keys that are names of Object", async () => {
    const names = ["__proto__", "constructor", "hasOwnProperty", "toString"];
    const hostile = text.replace(
      '"before":{}',
      `"before":{${names.map((name) => `"${name}":{"polluted":true}`).join(",")}}`,
    );
    const [change] = (await planOf(hostile)).changes;
    expect(change?.before.kind === "map" && change.before.keys()).toEqual(names);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
