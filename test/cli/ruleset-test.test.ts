import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Io } from "#cli/io.ts";
import { main } from "#cli/main.ts";
import { nodeFiles } from "#cli/node-files.ts";

const own = fileURLToPath(new URL("../../fixtures/rulesets/own", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rolecall-cases-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line in a folder, with everything as it is but for the streams. */
async function run(cwd: string, ...argv: readonly string[]) {
  const said = { out: "", err: "" };
  const sink = (name: "out" | "err") => ({
    isTTY: false,
    write: async (text: string) => {
      said[name] += text;
    },
  });
  const io: Io = {
    stdin: { isTTY: true, read: async () => new Uint8Array() },
    stdout: sink("out"),
    stderr: sink("err"),
    env: {},
    files: nodeFiles(cwd),
    today: () => "2026-01-31",
    now: () => 0,
  };
  return { code: await main(argv, io), ...said };
}

/** A folder with the ruleset of the fixtures, and what else is to be in it: cases by their path, as the case of the fixtures that they are. */
function copied(name: string, cases: Readonly<Record<string, string>>): string {
  const path = join(folder, name);
  mkdirSync(path);
  mkdirSync(join(path, ".git"));
  cpSync(join(own, "rolecall.yaml"), join(path, "rolecall.yaml"));
  for (const [to, from] of Object.entries(cases)) cpSync(join(own, from, "plan.json"), join(path, to));
  return path;
}

test("each case of the fixtures is as its name says", async () => {
  const { code, out, err } = await run(own, "ruleset", "test", ".");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split("\n").filter((line) => !line.startsWith("✔ "))).toEqual(["", ""]);
  expect(out).toMatch(/✔ 15 cases, all as their names say\n$/);
});

test("what is not as its name says is told with what the rule found", async () => {
  const cases = copied("wrong", {
    "break-glass-needs-mfa/passes-a.json": "break-glass-needs-mfa/flags-no-condition",
    "break-glass-needs-mfa/flags-a.json": "break-glass-needs-mfa/passes-with-mfa",
    "break-glass-needs-mfa/flags-b.json": "break-glass-needs-mfa/undecided-key-known-later",
    "break-glass-needs-mfa/flags-c/plan.json": "break-glass-needs-mfa/flags-no-condition",
    "require-owner/passes-a.json": "break-glass-needs-mfa/passes-with-mfa",
  });
  expect(await run(cases, "ruleset", "test", ".")).toEqual({
    code: 1,
    err: "",
    out: `✖ break-glass-needs-mfa/flags-a.json  must fail, and passes
✖ break-glass-needs-mfa/flags-b.json  must fail, and is undecided
    perhaps role break-glass-admin can be assumed without MFA  (aws_iam_role.bg)
      conditions[*].key is \${aws_kms_key.later.key_id}, and must include "aws:MultiFactorAuthPresent"
      waits for aws_kms_key.later.key_id
✔ break-glass-needs-mfa/flags-c/plan.json
✖ break-glass-needs-mfa/passes-a.json  must pass, and fails
    role break-glass-admin can be assumed without MFA  (aws_iam_role.bg)
      conditions[*].key is nothing, and must include "aws:MultiFactorAuthPresent"
✔ require-owner/passes-a.json
! roles-have-a-boundary has no flags- case: nothing shows that it ever fails
! roles-have-a-boundary has no passes- case: nothing shows that it ever passes
! only-admins-change-iam has no flags- case: nothing shows that it ever fails
! only-admins-change-iam has no passes- case: nothing shows that it ever passes
! trust-stays-on-known-services has no flags- case: nothing shows that it ever fails
! trust-stays-on-known-services has no passes- case: nothing shows that it ever passes

✖ 3 of 5 cases are not as the name says
`,
  });
});

test("a plan that cannot be read is neither right nor wrong", async () => {
  const cases = copied("unreadable", { "require-owner/passes-a.json": "break-glass-needs-mfa/passes-with-mfa" });
  writeFileSync(join(cases, "require-owner/passes-b.json"), "{");
  const { code, out } = await run(cases, "ruleset", "test", ".");
  expect(code).toBe(3);
  expect(out).toMatch(/^✖ require-owner\/passes-b\.json {2}cannot be judged: /m);
});

test("an exception does not make a rule pass", async () => {
  const cases = copied("excepted", {
    "break-glass-needs-mfa/flags-a.json": "break-glass-needs-mfa/flags-no-condition",
  });
  writeFileSync(
    join(cases, "other.yaml"),
    'extends: [./rolecall.yaml]\nexceptions: [{ finding: "break-glass-needs-mfa/*/*", reason: x, owner: y, expires: 2099-01-01 }]\n',
  );
  expect((await run(cases, "ruleset", "test", ".", "--ruleset", "other.yaml")).code).toBe(0);
});

describe("what can be no case is refused, so that none is overlooked", () => {
  const wrong: readonly (readonly [name: string, path: string, error: RegExp])[] = [
    [
      "rule",
      "break-glas-needs-mfa/flags-a.json",
      /there is no rule break-glas-needs-mfa \(did you mean "break-glass-needs-mfa"\?\)/,
    ],
    ["name", "break-glass-needs-mfa/flag-a.json", /flag-a\.json: its name does not say what the rule must do/],
    ["plan", "break-glass-needs-mfa/flags-a/other.json", /flags-a holds no plan\.json/],
    ["none", "break-glass-needs-mfa/README.md", /\. holds no case/],
  ];
  test.each(wrong)("%s", async (name, path, error) => {
    const cases = copied(`refused-${name}`, { [path]: "break-glass-needs-mfa/passes-with-mfa" });
    const { code, out, err } = await run(cases, "ruleset", "test", ".");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(error);
    expect(err).toMatch(/hint: cases are DIR\/<rule>\/flags-/);
  });

  test("no folder", async () => {
    expect(await run(own, "ruleset", "test", "gone")).toMatchObject({ code: 2, out: "" });
    expect((await run(own, "ruleset", "test", "rolecall.yaml")).err).toMatch(
      /rolecall\.yaml cannot be read: it is no folder/,
    );
  });
});

test("the command alone tells how it is used", async () => {
  const { code, out } = await run(own, "ruleset");
  expect(code).toBe(2);
  expect(out).toMatch(/Usage: rolecall ruleset/);
});

describe("rules of the ruleset's own", () => {
  test("are listed after those of rolecall", async () => {
    const { out } = await run(own, "rules");
    expect(out).toMatch(/\nbreak-glass-needs-mfa +high +Who breaks the glass has a second factor\n/);
    expect(JSON.parse((await run(own, "rules", "--format", "json")).out).at(-1)).toMatchObject({
      id: "trust-stays-on-known-services",
      family: "CUSTOM",
      severity: "low",
      title: "Trust stays on known services",
    });
  });

  test("are explained", async () => {
    const { code, out } = await run(own, "explain", "only-admins-change-iam");
    expect(code).toBe(0);
    expect(out).toMatch(/^only-admins-change-iam · high · CUSTOM\n\nOnly admins change iam\.\n/);
    expect(out).toMatch(/It is a rule of your own: rolecall\.yaml, line \d+\./);
    expect((await run(own, "explain", "only-admins-change-iamm")).err).toMatch(/did you mean "only-admins-change-iam"/);
  });
});
