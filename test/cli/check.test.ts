import { describe, expect, test } from "vitest";
import { InputError } from "#model/input-error.ts";
import { json } from "#reporters/json.ts";
import { reportOf, run } from "./support.ts";

const plan = { files: { "plan.json": "{}" } };

describe("a run", () => {
  test("that passes prints its report on stdout and nothing on stderr", async () => {
    expect(await run("check plan.json", plan)).toMatchObject({
      code: 0,
      out: "rolecall 0.1.0 · Terraform 1.11.4 plan (format 1.2) · 14 resources · 1 identity · env prod\n✔ nothing blocks: 1 identity in 14 resources\n",
      err: "",
    });
  });

  test("ends with the exit code of its report", async () => {
    expect((await run("check plan.json", { ...plan, report: "mixed" })).code).toBe(1);
    expect((await run("check plan.json", { ...plan, report: "incomplete" })).code).toBe(3);
  });

  test("judges as the options say", async () => {
    const { options } = await run(
      "check plan.json --fail-on medium --fail-on-undecided=low --gate all --allow-incomplete --env staging --account 012345678901 --today 2027-02-28",
      plan,
    );
    expect(options).toMatchObject({
      failOn: "medium",
      failOnUndecided: "low",
      gate: "all",
      allowIncomplete: true,
      environment: "staging",
      account: "012345678901",
      today: "2027-02-28",
      version: "0.1.0",
    });
  });

  test("judges by default at high, what changed, today", async () => {
    const { options } = await run("check plan.json", plan);
    expect(options).toMatchObject({ failOn: "high", gate: "changed", allowIncomplete: false, today: "2026-01-31" });
    expect(options).not.toHaveProperty("failOnUndecided");
    expect(options?.ruleset.sources).toEqual(["vocabulary", "recommended"]);
  });

  test("lets undecided findings block from --fail-on up when no severity is named", async () => {
    expect((await run("check plan.json --fail-on low --fail-on-undecided", plan)).options).toMatchObject({
      failOnUndecided: "low",
    });
  });
});

describe("inputs", () => {
  test("several make one report", async () => {
    const { inputs } = await run("check a.json b/plan.json", { files: { "a.json": "1", "b/plan.json": "2" } });
    expect(inputs.map((one) => [one.path, new TextDecoder().decode(one.bytes)])).toEqual([
      ["a.json", "1"],
      ["b/plan.json", "2"],
    ]);
  });

  test("standard input is read for -, and when something is piped in", async () => {
    for (const line of ["check -", "check"]) {
      expect((await run(line, { stdin: "{}" })).inputs.map((one) => one.path)).toEqual(["-"]);
    }
  });

  const refused: readonly (readonly [
    title: string,
    line: string,
    world: Parameters<typeof run>[1],
    code: number,
    err: string,
  ])[] = [
    [
      "nothing at a terminal",
      "check",
      {},
      2,
      "error: there is nothing to judge: name a plan, or pipe one in\nhint: terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -\n",
    ],
    [
      "a pipe that brings nothing",
      "check -",
      { stdin: "" },
      3,
      "error: standard input is empty: the command before the pipe may have failed\nhint: in a shell, set -o pipefail; the whole command: terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -\n",
    ],
    [
      "a missing file",
      "check gone.json",
      {},
      3,
      "error: gone.json: no such file\nhint: to make a plan and judge it: terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -\n",
    ],
    [
      "an empty file",
      "check plan.json",
      { files: { "plan.json": "" } },
      3,
      "error: plan.json is empty\nhint: to make a plan and judge it: terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -\n",
    ],
    [
      "a file that may not be read",
      "check plan.json",
      { ...plan, failing: { "plan.json": "EACCES" } },
      3,
      "error: plan.json cannot be read: permission denied\n",
    ],
    [
      "a folder that may not be read",
      "check infra",
      { files: { "infra/main.tf": "x" }, failing: { "list infra": "EACCES" } },
      3,
      "error: infra cannot be read: permission denied\n",
    ],
    ["the same twice", "check plan.json plan.json", plan, 2, "error: plan.json is given twice\n"],
    [
      "the working folder with Terraform code",
      "check .",
      { files: { "main.tf": "x" } },
      3,
      "error: . holds Terraform code, and what is judged is its plan\nhint: terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -\n",
    ],
    [
      "another folder with Terraform code",
      "check infra",
      { files: { "infra/main.tf": "x" } },
      3,
      "error: infra holds Terraform code, and what is judged is its plan\nhint: terraform -chdir=infra plan -out=tfplan && terraform -chdir=infra show -json tfplan | rolecall check -\n",
    ],
    [
      "a folder of plans",
      "check plans",
      { files: { "plans/a.json": "x" } },
      3,
      "error: plans is a folder: name the file in it\nhint: rolecall check plans/*.json\n",
    ],
    [
      "a Pulumi project",
      "check app",
      { files: { "app/Pulumi.yaml": "x" } },
      3,
      "error: app holds a Pulumi program, and what is judged is its preview\nhint: pulumi preview --json --show-sames --cwd app > preview.json && rolecall check preview.json\n",
    ],
    [
      "a folder of something else",
      "check docs",
      { files: { "docs/a.md": "x" } },
      3,
      "error: docs is a folder with nothing in it that can be judged\nhint: rolecall check plan.json\n",
    ],
  ];
  for (const [title, line, world, code, err] of refused) {
    test(`refused: ${title}`, async () => expect(await run(line, world)).toMatchObject({ code, err, out: "" }));
  }

  test("one that cannot be read as a plan ends with the sentence and the hint of its reader", async () => {
    const report = new InputError(
      3,
      "state-not-plan",
      "plan.json is a state, not a plan",
      "terraform show -json tfplan > plan.json",
    );
    expect(await run("check plan.json", { ...plan, report })).toMatchObject({
      code: 3,
      err: "error: plan.json is a state, not a plan\nhint: terraform show -json tfplan > plan.json\n",
      out: "",
    });
  });
});

describe("outputs", () => {
  test("one run writes several", async () => {
    const { written, out } = await run(
      "check plan.json --output json=report.json --output text=out/report.txt --color always",
      { ...plan, report: "mixed" },
    );
    expect(Object.keys(written)).toEqual(["report.json", "out/report.txt"]);
    expect(JSON.parse(written["report.json"] ?? "")).toEqual(reportOf("mixed"));
    expect(out).toContain("\u001b[1mno-full-admin");
    expect(written["out/report.txt"]).toContain(" ✖ CRITICAL  no-full-admin  ");
  });

  test("JSON on stdout is the report", async () => {
    expect((await run("check plan.json --format json", { ...plan, report: "mixed" })).out).toBe(
      json.render(reportOf("mixed"), { color: false, minSeverity: "info", quiet: false }),
    );
  });

  const failures: readonly (readonly [code: string, report: string, exit: number, err: string])[] = [
    ["EACCES", "clean", 2, "error: the report cannot be written to r.json: permission denied\n"],
    ["ENOENT", "mixed", 2, "error: the report cannot be written to r.json: its folder does not exist\n"],
    ["EACCES", "incomplete", 3, "error: the report cannot be written to r.json: permission denied\n"],
    ["ENOSPC", "clean", 4, "error: the report cannot be written to r.json: no space is left\n"],
  ];
  for (const [code, report, exit, err] of failures) {
    test(`a file that fails with ${code} after ${report} ends with ${exit}, and the report is printed all the same`, async () => {
      const result = await run("check plan.json --output json=r.json", {
        ...plan,
        report,
        failing: { "r.json": code },
      });
      expect(result).toMatchObject({ code: exit, err });
      expect(result.out).toContain("rolecall 0.1.0");
    });
  }

  test("a reader of stdout that has seen enough changes nothing", async () => {
    expect(await run("check plan.json", { ...plan, report: "mixed", failing: { stdout: "EPIPE" } })).toMatchObject({
      code: 1,
      err: "",
    });
  });

  test("a stdout that cannot be written is no pass", async () => {
    expect(await run("check plan.json", { ...plan, failing: { stdout: "ENOSPC" } })).toMatchObject({
      code: 4,
      err: "error: standard output cannot be written: no space is left\n",
    });
  });

  test("nothing is written over an input or another output", async () => {
    expect(await run("check plan.json --output json=./plan.json", plan)).toMatchObject({ code: 2, written: {} });
    expect(await run("check plan.json --output json=a --output text=a", plan)).toMatchObject({ code: 2, written: {} });
  });

  test("--stats goes to stderr", async () => {
    expect((await run("check plan.json --stats", plan)).err).toBe(
      "stats: ruleset 0 ms · read 0 ms · check 0 ms · report 0 ms · total 0 ms\n",
    );
  });

  test("-q and --min-severity reach the report", async () => {
    const { out } = await run("check plan.json -q --min-severity critical", { ...plan, report: "mixed" });
    expect(out).not.toMatch(/rolecall 0\.1\.0|require-owner/);
  });
});

describe("colour", () => {
  const cases: readonly (readonly [line: string, env: Record<string, string>, terminal: boolean, coloured: boolean])[] =
    [
      ["", {}, true, true],
      ["", {}, false, false],
      ["", { NO_COLOR: "1" }, true, false],
      ["", { NO_COLOR: "" }, true, true],
      ["", { FORCE_COLOR: "1" }, false, true],
      ["", { FORCE_COLOR: "0" }, true, false],
      ["", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
      ["", { TERM: "dumb" }, true, false],
      [" --color never", { FORCE_COLOR: "1" }, true, false],
      [" --color always", { NO_COLOR: "1" }, false, true],
    ];
  for (const [line, env, terminal, coloured] of cases) {
    test(`check plan.json${line} ${JSON.stringify(env)} ${terminal ? "at a terminal" : "in a pipe"}: ${coloured ? "yes" : "no"}`, async () => {
      expect((await run(`check plan.json${line}`, { ...plan, env, terminal })).out.includes("\u001b[")).toBe(coloured);
    });
  }
});

describe("faults", () => {
  test("a crashed rule names itself and ends with 4", async () => {
    const crash = Object.assign(new Error("rule no-public-trust crashed on aws_iam_role.ci"), { name: "RuleCrash" });
    expect(await run("check plan.json", { ...plan, report: crash })).toMatchObject({
      code: 4,
      out: "",
      err: "error: rule no-public-trust crashed on aws_iam_role.ci: nothing was judged\nhint: this is a fault of rolecall: please report it to its maintainers; ROLECALL_DEBUG=1 shows where it happened\n",
    });
  });

  test("what an unforeseen error says is kept back: it may quote the plan", async () => {
    const fault = new TypeError('cannot read "hunter2"');
    const quiet = await run("check plan.json", { ...plan, report: fault });
    expect(quiet.code).toBe(4);
    expect(quiet.err).toContain("error: an internal error (TypeError): nothing was judged\n");
    expect(quiet.err).not.toContain("hunter2");
    const loud = await run("check plan.json", { ...plan, report: fault, env: { ROLECALL_DEBUG: "1" } });
    expect(loud.err).toMatch(/TypeError: cannot read "hunter2"\n +at /);
  });

  test("an error that cannot even be told still has its exit code", async () => {
    expect((await run("check plan.json", { ...plan, report: new Error("x"), failing: { stderr: "EPIPE" } })).code).toBe(
      4,
    );
    expect((await run("check gone.json", { failing: { stderr: "EPIPE" } })).code).toBe(3);
    expect((await run("check plan.json --stats", { ...plan, failing: { stderr: "EPIPE" } })).code).toBe(
      (await run("check plan.json", plan)).code,
    );
  });

  test("names in errors do not act on a terminal or a CI log", async () => {
    const { err } = await run("check \u001b[2J\n::error::x");
    expect(err).not.toContain("\u001b");
    expect(err).not.toMatch(/^\s*::/m);
  });
});
