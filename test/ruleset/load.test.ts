import { expect, test } from "vitest";
import { defaultRuleset } from "#ruleset/default.ts";
import { load, mistakes } from "./support.ts";

test("account ids keep their leading zeros, in quotes or not", async () => {
  const text = `accounts:
  012345678901: { name: shop-prod, environment: prod, owner: 0042 }
  "000000000001": { environment: dev }
`;
  const { accounts } = (await load({ "rolecall.yaml": text })).settings;
  expect([...accounts]).toEqual([
    ["012345678901", { name: "shop-prod", environment: "prod", owner: "0042" }],
    ["000000000001", { environment: "dev" }],
  ]);
});

test("JSON and Windows line ends are read", async () => {
  const json = await load({ "rolecall.yaml": '{ "rules": { "no-public-trust": "off" } }' });
  expect(json.rules.get("no-public-trust")?.severity).toBe("off");
  const windows = await load({ "rolecall.yaml": "\ufeffrules:\r\n  no-public-trust: low\r\n" });
  expect(windows.rules.get("no-public-trust")?.severity).toBe("low");
});

test("environments keep their order, and replace those of what is extended", async () => {
  const text = `environments:
  live: { rank: 9, names: ["*-live-*"], tags: { env: [live] } }
  base: { rank: 1 }
`;
  const { environments } = (await load({ "rolecall.yaml": text })).settings;
  expect(environments.map((one) => [one.name, one.rank])).toEqual([
    ["live", 9],
    ["base", 1],
  ]);
  expect(environments[0]?.tags).toEqual(new Map([["env", ["live"]]]));
});

test("options are checked, completed with their defaults, and kept when only the severity changes", async () => {
  const tree = {
    "rolecall.yaml": "extends: [recommended, ./team.yaml]\nrules: { no-wildcard-action: low }\n",
    "team.yaml": "rules: { no-wildcard-action: { options: { allow: [s3:*] } } }\n",
  };
  expect((await load(tree)).rules.get("no-wildcard-action")).toEqual({
    severity: "low",
    options: { allow: ["s3:*"], depth: 3 },
    locked: false,
  });
});

test("what is extended comes first, each file once", async () => {
  const tree = {
    "rolecall.yaml": "extends: [./a.yaml, ./b.yaml]\n",
    "a.yaml": "extends: [strict, ./common.yaml]\n",
    "b.yaml": "extends: [./common.yaml]\nrules: { no-public-trust: low }\n",
    "common.yaml": "rules: { no-public-trust: medium, require-owner: { severity: critical } }\n",
  };
  const ruleset = await load(tree);
  expect(ruleset.sources).toEqual([
    "vocabulary",
    "recommended",
    "strict",
    "common.yaml",
    "a.yaml",
    "b.yaml",
    "rolecall.yaml",
  ]);
  expect(ruleset.rules.get("no-public-trust")?.severity).toBe("low");
  expect(ruleset.rules.get("require-owner")?.severity).toBe("critical");
});

test("files that extend each other are a mistake", async () => {
  const tree = {
    "rolecall.yaml": "extends: [./a.yaml]\n",
    "a.yaml": "extends: [./b.yaml]\n",
    "b.yaml": "extends: [recommended,\n  ./a.yaml]\n",
  };
  expect(await mistakes(tree)).toEqual([
    'b.yaml:2:3 "./a.yaml" extends itself: rolecall.yaml → a.yaml → b.yaml → a.yaml',
  ]);
});

test("who extends nothing says so, and then a rule that is not mentioned is off", async () => {
  const ruleset = await load({ "rolecall.yaml": "extends: []\nrules: { no-public-trust: high }\n" });
  expect([...ruleset.rules].filter(([, one]) => one.severity !== "off").map(([id]) => id)).toEqual(["no-public-trust"]);
  expect(ruleset.rules.size).toBe(9);
});

test("without a file it is the preset recommended: every rule, prod over staging over dev", () => {
  const { rules, settings, sources } = defaultRuleset();
  expect(sources).toEqual(["vocabulary", "recommended"]);
  expect(Object.fromEntries([...rules].map(([id, one]) => [id, one.severity]))).toMatchObject({
    "no-full-admin": "critical",
    "require-owner": "medium",
  });
  expect(settings.environments.map((one) => [one.name, one.rank])).toEqual([
    ["prod", 3],
    ["staging", 2],
    ["dev", 1],
  ]);
  expect(settings.owners.tags).toEqual(["owner", "owner_team", "team"]);
});

test("exceptions remember where they stand", async () => {
  const text = `exceptions:
  - { finding: abcdefghjk, reason: SEC-1, owner: platform, expires: 2027-01-31 }
  - finding: no-public-trust/ci/*
    reason: SEC-2
    owner: platform
    expires: 2027-01-31
`;
  const { exceptions } = await load({ "rolecall.yaml": text });
  expect(exceptions.map((one) => [one.finding, one.expires, one.source])).toEqual([
    ["abcdefghjk", "2027-01-31", { file: "rolecall.yaml", line: 2 }],
    ["no-public-trust/ci/*", "2027-01-31", { file: "rolecall.yaml", line: 3 }],
  ]);
});
