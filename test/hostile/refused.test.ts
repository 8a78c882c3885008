import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { plan } from "./plans.ts";
import { rolecall } from "./support.ts";

const fromPlanFile = "terraform show -json tfplan > plan.json && rolecall check plan.json";
const fromConfiguration = `terraform plan -out=tfplan && ${fromPlanFile}`;
const fromPulumi = "pulumi preview --json --show-sames > preview.json && rolecall check preview.json";

const sample = (name: string): Buffer => readFileSync(new URL(`../../fixtures/hostile/${name}`, import.meta.url));
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const inside = (at: number, ...bytes: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from(plan.slice(0, at)), Buffer.from(bytes), Buffer.from(plan.slice(at))]);

/** Inputs that nobody can judge: what is said of them, and the command (or the sentence) that helps. */
const refused: readonly (readonly [name: string, bytes: Uint8Array | string, says: string, hint: string])[] = [
  // Recorded with Terraform.
  [
    "p1-truncated.json",
    sample("p1-truncated.json"),
    "is cut off: its JSON ends too early (line 1, byte 9000)",
    fromPlanFile,
  ],
  ["p1.tfplan", sample("p1.tfplan"), "is a binary plan file or another zip archive, not JSON", fromPlanFile],
  [
    "plan-json-ui-stream.jsonl",
    sample("plan-json-ui-stream.jsonl"),
    "is the log that terraform plan -json prints, which holds no values",
    fromConfiguration,
  ],
  ["raw.tfstate", sample("raw.tfstate"), "is a state file of Terraform, not a plan", fromConfiguration],
  [
    "state-show-json.json",
    sample("state-show-json.json"),
    "is a Terraform state, which tells what is and not what will change",
    fromConfiguration,
  ],
  // Encodings.
  [
    "UTF-16 with half a pair of surrogates",
    utf16(`${plan.slice(0, 9)}\ud800${plan.slice(9)}`),
    "was written as UTF-16, as a PowerShell redirection does, and broke on the way",
    "Out-File -Encoding utf8",
  ],
  [
    "UTF-16 with a byte too many",
    Buffer.concat([utf16(plan), Buffer.from([10])]),
    "was written as UTF-16, as a PowerShell redirection does, and broke on the way",
    "Out-File -Encoding utf8",
  ],
  [
    "UTF-16 whose quotes were lost with foreign letters",
    utf16(plan.replace('"p"', "\u63cf??}")),
    "was written as UTF-16, as a PowerShell redirection does, and broke on the way",
    "cmd /c",
  ],
  [
    "UTF-32",
    Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, 0]),
      Buffer.from(Array.from(plan, (c) => [c.charCodeAt(0), 0, 0, 0]).flat()),
    ]),
    "is not JSON",
    fromPlanFile,
  ],
  ["bytes that are no UTF-8", inside(80, 0xff, 0xfe), "is not text in UTF-8", fromPlanFile],
  [
    "Latin-1",
    Buffer.from(plan.replace('"name":"p"', '"name":"\u00e9"'), "latin1"),
    "is not text in UTF-8",
    fromPlanFile,
  ],
  ["a surrogate in UTF-8", inside(80, 0xed, 0xa0, 0x80), "is not text in UTF-8", fromPlanFile],
  ["gzip", gzipSync(plan), "is compressed with gzip", "gunzip -c"],
  // Texts that are no JSON, or not one document.
  ["nothing", "", "is empty", "terraform show -json tfplan | rolecall check -"],
  ["white space", " \r\n\t", "holds nothing but whitespace", fromConfiguration],
  [
    "a NUL byte",
    plan.replace("create", "cre\0ate"),
    "is not valid JSON: it holds NUL bytes (line 1, byte 224)",
    fromPlanFile,
  ],
  ["nothing but NUL bytes", "\0\0\0\0\0\0", "is not JSON", fromPlanFile],
  [
    "two documents",
    `${plan}${plan}`,
    `goes on behind the end of its JSON (line 1, byte ${plan.length})`,
    "a file of its own",
  ],
  [
    "two documents on lines",
    `${plan}\r\n${plan}`,
    `goes on behind the end of its JSON (line 2, byte ${plan.length + 2})`,
    "a file of its own",
  ],
  [
    "a comma too many",
    `${plan},`,
    `goes on behind the end of its JSON (line 1, byte ${plan.length})`,
    "a file of its own",
  ],
  [
    "a word that was never quoted",
    `{"resource_changes":[],\n"password":hunter2-secret}`,
    "is not valid JSON (line 2, byte 35)",
    fromPlanFile,
  ],
  ["a comment", `// a plan\n${plan.slice(1)}`, "is not JSON", fromPlanFile],
  ["NaN", plan.replace('"p"', "NaN"), "is not valid JSON (line 1, byte ", fromPlanFile],
  [
    "an error of Terraform",
    "Error: No configuration files\n",
    "is an error message of Terraform or OpenTofu",
    fromConfiguration,
  ],
  // JSON that is nothing.
  ["null", "null", "holds JSON, but no object", fromConfiguration],
  ["a list", "[]", "holds JSON, but no object", fromConfiguration],
  ["a plan in a list", `[${plan}]`, "holds JSON, but no object", fromConfiguration],
  ["a string", '""', "holds JSON, but no object", fromConfiguration],
  ["an empty object", "{}", "holds an empty object", fromConfiguration],
  [
    "another object",
    '{"__proto__":{"resource_changes":[]}}',
    "is JSON, but not a Terraform plan: it has neither resource_changes nor planned_values",
    fromPlanFile,
  ],
  // Nesting.
  ["five million lists", "[".repeat(5_000_000), "is nested deeper than 256 levels (line 1, byte 256)", fromPlanFile],
  [
    "five million objects",
    '{"a":'.repeat(5_000_000),
    "is nested deeper than 256 levels (line 1, byte 1280)",
    fromPlanFile,
  ],
  [
    "five million levels in a part that is not read",
    plan.replace("{", `{"x":${"[".repeat(5_000_000)}${"]".repeat(5_000_000)},`),
    "is nested deeper than 256 levels (line 1, byte 260)",
    fromPlanFile,
  ],
  // Of other tools.
  [
    "a .tf file",
    'terraform {\n}\nresource "aws_iam_role" "ci" {\n}\n',
    "is a Terraform configuration, not a plan of it",
    fromConfiguration,
  ],
  [
    "a .tf.json file",
    '{"resource":{"aws_iam_role":{"ci":{}}}}',
    "is a Terraform configuration, not a plan of it",
    fromConfiguration,
  ],
  [
    "a Pulumi preview without steps",
    '{"config":{},"steps":[],"changeSummary":{}}',
    "looks like a preview of Pulumi, and has no steps",
    fromPulumi,
  ],
  [
    "the summary of a Pulumi preview",
    '{"result":"succeeded","duration":1,"summary":{"create":1},"resources":[{"urn":"urn:pulumi:a::b::c::d","op":"create"}]}',
    "is the summary that pulumi preview --output json prints, which holds no properties",
    fromPulumi,
  ],
  [
    "the log of Pulumi's calls to its plugins",
    '{"method":"/pulumirpc.LanguageRuntime/GetPluginInfo","request":{},"response":{}}\n{"method":"x","request":{}}\n',
    "is a log of the calls between Pulumi and its plugins, and no preview",
    fromPulumi,
  ],
  [
    "a Pulumi preview for people",
    "Previewing update (dev):\n  pulumi:pulumi:Stack: (same)\nResources:\n    + 3 to create\n",
    "is what Pulumi prints for people",
    fromPulumi,
  ],
  [
    "findings of a Pulumi policy pack",
    '{"sequence":0,"timestamp":1,"policyEvent":{"resourceUrn":"urn:pulumi:a::b::c::d","message":"no"}}\n',
    "holds events of Pulumi that tell of no resource",
    fromPulumi,
  ],
  [
    "a CDK manifest",
    '{"version":"36.0.0","artifacts":{}}',
    "is the manifest of a CDK cloud assembly",
    "Give the folder that it stands in: rolecall check cdk.out",
  ],
];

describe("inputs that nobody can judge", () => {
  it.each(refused)("%s", async (_name, bytes, says, hint) => {
    const run = await rolecall(["check", "in put.json"], { files: { "in put.json": bytes } });
    const [error = "", help = "", ...rest] = run.err.split("\n");
    expect([run.code, run.out, rest]).toEqual([3, "", [""]]);
    expect(error).toContain(`error: in put.json ${says}`);
    expect(help).toMatch(/^hint: /);
    expect(help).toContain(hint);
  });

  it.each(refused.filter(([, bytes]) => bytes.length > 0))("%s, piped in", async (_name, bytes, says) => {
    const run = await rolecall(["check"], { stdin: bytes });
    expect([run.code, run.out]).toEqual([3, ""]);
    expect(run.err).toContain(`error: standard input ${says}`);
  });

  it.each(refused)("%s never shows words of a parser, of the input, or a stack", async (_name, bytes) => {
    const run = await rolecall(["graph", "p.json"], { files: { "p.json": bytes } });
    expect(run.code).toBe(3);
    expect(`${run.out}${run.err}`).not.toMatch(/Unexpected|SyntaxError|position|JSON\.parse|\bat .*:\d+:\d+|hunter2/);
  });
});
