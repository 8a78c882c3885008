import { describe, expect, it } from "vitest";
import { plan } from "./plans.ts";
import { type Outside, rolecall, systemError } from "./support.ts";

const broken = plan.slice(0, 100);
const piped = "terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -";
const noPlan = { files: {} };
const folder = (name: string, ...names: readonly string[]): Outside => ({ files: { [name]: names } });

/** What is given to the command, the exit code, and what it says. */
type Told = readonly [name: string, args: string, outside: Outside, code: number, says: string, hint?: string];

const told: readonly Told[] = [
  ["no path at a terminal", "check", noPlan, 2, "there is nothing to judge: name a plan, or pipe one in", piped],
  ["no path at a terminal", "graph", noPlan, 2, "there is nothing to judge: name a plan, or pipe one in", piped],
  [
    "a pipe that brings nothing",
    "check",
    { stdin: "" },
    3,
    "standard input is empty: the command before the pipe may have failed",
    piped,
  ],
  [
    "a pipe that brings nothing, named",
    "check -",
    { stdin: "" },
    3,
    "standard input is empty: the command before the pipe may have failed",
    piped,
  ],
  [
    "a pipe that brings a part",
    "check -",
    { stdin: broken },
    3,
    "standard input is cut off: its JSON ends too early (line 1, byte 100)",
  ],
  ["a file that is not there", "check none.json", noPlan, 3, "none.json: no such file", piped],
  [
    "a file that may not be read",
    "check p.json",
    { files: { "p.json": systemError("EACCES") } },
    3,
    "p.json cannot be read: permission denied",
  ],
  [
    "a file that the disk does not give",
    "check p.json",
    { files: { "p.json": systemError("EIO") } },
    3,
    "p.json cannot be read: EIO",
  ],
  [
    "two files, one broken",
    "check a.json b.json",
    { files: { "a.json": plan, "b.json": broken } },
    3,
    "b.json is cut off: its JSON ends too early (line 1, byte 100)",
  ],
  ["two files, one missing", "check a.json b.json", { files: { "a.json": plan } }, 3, "b.json: no such file", piped],
  ["the same file twice", "check a.json a.json", { files: { "a.json": plan } }, 2, "a.json is given twice"],
  [
    "the same file by two paths",
    "check a.json x/../a.json",
    { files: { "a.json": plan } },
    2,
    "x/../a.json is given twice",
  ],
  ["standard input twice", "check - -", { stdin: plan }, 2, "standard input is given twice"],
  [
    "a folder of Terraform code",
    "check infra",
    folder("infra", "main.tf", "outputs.tf"),
    3,
    "infra holds Terraform code, and what is judged is its plan",
    "terraform -chdir=infra plan -out=tfplan && terraform -chdir=infra show -json tfplan | rolecall check -",
  ],
  [
    "the folder where one is",
    "check .",
    folder(".", ".terraform", "main.tf"),
    3,
    ". holds Terraform code, and what is judged is its plan",
    piped,
  ],
  [
    "a folder of OpenTofu code",
    "check infra",
    folder("infra", "main.tofu"),
    3,
    "infra holds OpenTofu code, and what is judged is its plan",
    "tofu -chdir=infra plan -out=tfplan && tofu -chdir=infra show -json tfplan | rolecall check -",
  ],
  [
    "a CDK app",
    "check app",
    folder("app", "bin", "cdk.json", "package.json"),
    3,
    "app holds a CDK app, and what is judged is the assembly that it makes",
    "(cd app && cdk synth) && rolecall check app/cdk.out",
  ],
  [
    "a cloud assembly of nothing",
    "check cdk.out",
    { files: { "cdk.out": ["manifest.json"], "cdk.out/manifest.json": '{"version":"55.0.0","artifacts":{}}' } },
    3,
    "cdk.out is a cloud assembly without stacks",
    "cdk synth",
  ],
  [
    "a Pulumi project",
    "check app",
    folder("app", "Pulumi.yaml", "index.ts"),
    3,
    "app holds a Pulumi program, and what is judged is its preview",
  ],
  [
    "a folder of plans",
    "check plans",
    folder("plans", "a.json"),
    3,
    "plans is a folder: name the file in it",
    "rolecall check plans/*.json",
  ],
  ["an empty folder", "check none", folder("none"), 3, "none is an empty folder"],
  [
    "any other folder",
    "check docs",
    folder("docs", "a.md"),
    3,
    "docs is a folder with nothing in it that can be judged",
  ],
];

describe("a command line without a plan that can be judged", () => {
  it.each(told.map((one) => [`${one[0]}: rolecall ${one[1]}`, one] as const))("%s", async (_title, one) => {
    const [, args, outside, code, says, hint] = one;
    const run = await rolecall(args.split(" "), outside);
    const [error, help] = run.err.split("\n");
    expect([run.code, run.out, error]).toEqual([code, "", `error: ${says}`]);
    if (hint !== undefined) expect(help).toContain(hint);
    expect(run.err).not.toContain("secret words");
  });

  it("quotes a folder for the shell", async () => {
    const run = await rolecall(["check", "it's my infra"], folder("it's my infra", "main.tf"));
    expect(run.err).toContain("terraform -chdir='it'\\''s my infra' plan -out=tfplan");
  });
});

/** Command lines that judge a plan. */
const judged: readonly (readonly [name: string, args: readonly string[], outside: Outside, header: string])[] = [
  ["a file", ["check", "plan.json"], { files: { "plan.json": plan } }, "1 resource"],
  ["a path with spaces", ["check", "my plans/a b.json"], { files: { "my plans/a b.json": plan } }, "1 resource"],
  ["a name that looks like another format", ["check", "main.tf"], { files: { "main.tf": plan } }, "1 resource"],
  ["a pipe, named", ["check", "-"], { stdin: plan }, "1 resource"],
  ["a pipe, not named", ["check"], { stdin: plan }, "1 resource"],
  [
    "a file although something is piped in",
    ["check", "a.json"],
    { stdin: broken, files: { "a.json": plan } },
    "1 resource",
  ],
  ["a file called -", ["check", "./-"], { files: { "-": plan } }, "1 resource"],
  ["two files", ["check", "a.json", "b.json"], { files: { "a.json": plan, "b.json": plan } }, "2 inputs"],
  ["a pipe and a file", ["check", "-", "a.json"], { stdin: plan, files: { "a.json": plan } }, "2 inputs"],
];

describe("a command line with plans", () => {
  it.each(judged)("%s", async (_name, args, outside, header) => {
    const run = await rolecall(args, outside);
    expect([run.code, run.err]).toEqual([0, ""]);
    expect(run.out.split("\n")[0]).toContain(header);
  });
});
