import { expect, test } from "vitest";
import { run } from "./support.ts";

const plan = { "plan.json": "{}" };

async function sources(line: string, files: Record<string, string>): Promise<readonly string[] | undefined> {
  return (await run(line, { files: { ...plan, ...files } })).options?.ruleset.sources;
}

test("the nearest ruleset upwards is taken", async () => {
  expect(await sources("check plan.json", { "rolecall.yaml": "" })).toEqual([
    "vocabulary",
    "recommended",
    "rolecall.yaml",
  ]);
  expect(await sources("check plan.json", { "../rolecall.yml": "" })).toEqual([
    "vocabulary",
    "recommended",
    "../rolecall.yml",
  ]);
  expect(await sources("check plan.json", { "../rolecall.yml": "", ".git/HEAD": "" })).toEqual([
    "vocabulary",
    "recommended",
  ]);
});

test("a named ruleset is taken instead", async () => {
  expect(
    await sources("check plan.json --ruleset ./ci/strict.yaml", {
      "rolecall.yaml": "",
      "ci/strict.yaml": "extends: [strict]",
    }),
  ).toEqual(["vocabulary", "recommended", "strict", "ci/strict.yaml"]);
});

test("files are extended by their path from the file that extends them", async () => {
  const files = {
    "ci/rolecall.yaml": "extends: [../shared/team.yaml]",
    "shared/team.yaml": "extends: [./common.yaml]",
    "shared/common.yaml": "",
  };
  expect(await sources("check plan.json --ruleset ci/rolecall.yaml", files)).toEqual([
    "shared/common.yaml",
    "shared/team.yaml",
    "ci/rolecall.yaml",
  ]);
});

test("a base ruleset comes first, and its locks hold", async () => {
  const base = { "org/base.yaml": "rules: { no-public-trust: { severity: high, locked: true } }" };
  expect(await sources("check plan.json --base-ruleset org/base.yaml", { ...base, "rolecall.yaml": "" })).toEqual([
    "vocabulary",
    "recommended",
    "org/base.yaml",
    "rolecall.yaml",
  ]);
  const weak = await run("check plan.json --base-ruleset org/base.yaml", {
    files: { ...plan, ...base, "rolecall.yaml": "rules: { no-public-trust: off }" },
  });
  expect(weak).toMatchObject({ code: 2, out: "" });
  expect(weak.err).toBe(
    'error: rolecall.yaml:1:27 rule "no-public-trust" is locked at org/base.yaml:1:27: it cannot be weakened here\nhint: `rolecall schema ruleset` prints the JSON Schema of rulesets, for your editor\n',
  );
});

test("all mistakes are printed, one a line", async () => {
  const { code, err } = await run("check plan.json", {
    files: { ...plan, "rolecall.yaml": "rules: { no-public-trsut: high, require-owner: hihg }\n" },
  });
  expect(code).toBe(2);
  expect(err).toBe(`error: the ruleset has 2 mistakes:
  rolecall.yaml:1:10 unknown rule "no-public-trsut" (did you mean "no-public-trust"?)
  rolecall.yaml:1:48 "require-owner" is "hihg": it can be critical, high, medium, low, info, off (did you mean "high"?)
hint: \`rolecall schema ruleset\` prints the JSON Schema of rulesets, for your editor
`);
});

test("a ruleset that is broken stops the run before anything is judged", async () => {
  expect((await run("check plan.json", { files: { ...plan, "rolecall.yaml": "rules: [" } })).options).toBeUndefined();
});

test("--env may name what the ruleset defines", async () => {
  const files = { ...plan, "rolecall.yaml": "environments: { live: { rank: 1 } }" };
  expect((await run("check plan.json --env live", { files })).options?.environment).toBe("live");
});

test("--env may name a workspace of an environment", async () => {
  const files = { ...plan, "rolecall.yaml": "environments: { live: { rank: 1, workspaces: [eu-*] } }" };
  expect((await run("check plan.json --env eu-1", { files })).options?.environment).toBe("eu-1");
  expect((await run("check plan.json --env us-1", { files })).code).toBe(2);
});

test("folders above that may not be looked into stop the run: a ruleset could be there", async () => {
  expect(await run("check plan.json", { files: plan, failing: { "kind ../rolecall.yaml": "EACCES" } })).toMatchObject({
    code: 2,
    err: "error: a ruleset cannot be looked for in the folders above: permission denied\nhint: name it with --ruleset, or put a rolecall.yaml here\n",
  });
});
