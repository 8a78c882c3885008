import { describe, expect, test } from "vitest";
import { load, mistakes } from "./support.ts";

describe("all mistakes of a ruleset are told at once", () => {
  test("each with its place, in the order of the file", async () => {
    const text = `extends: [recomended, "https://example.com/rules.yaml"]
clouds: [awss]
environements: {}
custom: {}
vendors: { acme: { acounts: ["999900001111"], contract-ends: 2027-06-31 } }
accounts:
  12345678901: { name: shop }
  111122223333: { ownr: platform }
rules:
  no-wildcard-actoin: high
  no-full-admin: hihg
  no-public-trust: { sevrity: high }
  require-owner: { severity: medium, options: { onn: [role], on: [rol] } }
owners: { from: [CODEOWNERS] }
`;
    expect(await mistakes({ "rolecall.yaml": text })).toEqual([
      'rolecall.yaml:1:11 unknown preset "recomended": presets are audit, credentials, ownership, recommended, strict, trust-boundaries, vocabulary; a file is written with its path, ./recomended.yaml (did you mean "recommended"?)',
      'rolecall.yaml:1:23 "https://example.com/rules.yaml" is a URL: only presets and files can be extended',
      'rolecall.yaml:2:10 is "awss": it can be aws, gcp, azure, kubernetes (did you mean "aws"?)',
      'rolecall.yaml:3:1 unknown key "environements" (did you mean "environments"?)',
      'rolecall.yaml:5:18 "accounts" is missing',
      'rolecall.yaml:5:20 unknown key "acounts" (did you mean "accounts"?)',
      'rolecall.yaml:5:62 "contract-ends" is "2027-06-31": this day is not on the calendar',
      'rolecall.yaml:7:3 "12345678901": an account id has 12 digits',
      'rolecall.yaml:8:19 unknown key "ownr" (did you mean "owner"?)',
      'rolecall.yaml:10:3 unknown rule "no-wildcard-actoin" (did you mean "no-wildcard-action"?)',
      'rolecall.yaml:11:18 "no-full-admin" is "hihg": it can be critical, high, medium, low, info, off (did you mean "high"?)',
      'rolecall.yaml:12:22 unknown key "sevrity" (did you mean "severity"?)',
      'rolecall.yaml:13:49 unknown key "onn" (did you mean "on"?)',
      'rolecall.yaml:13:67 is "rol": it can be role, user (did you mean "role"?)',
      'rolecall.yaml:14:11 owners "from" a file comes in a later version: list them under "known"',
    ]);
  });

  test("in exceptions all four are required, and dates must exist", async () => {
    const text = `exceptions:
  - { finding: "no-wildcard-action/ci/ecr:*", reason: SEC-412, expires: 2027-02-30 }
  - { finding: ci, reason: 412, owner: platform, expires: soon }
  - { finding: "no-wildcard/ci/ecr:*", reason: x, owner: platform, expires: 2027-01-31 }
`;
    expect(await mistakes({ "rolecall.yaml": text })).toEqual([
      'rolecall.yaml:2:5 "owner" is missing',
      'rolecall.yaml:2:73 "expires" is "2027-02-30": this day is not on the calendar',
      `rolecall.yaml:3:16 "finding" is "ci": it must be a finding's id, or rule/subject/detail`,
      'rolecall.yaml:3:28 "reason" must be text (put it in quotes), not "412"',
      'rolecall.yaml:3:59 "expires" is "soon": a date is written YYYY-MM-DD',
      'rolecall.yaml:4:16 unknown rule "no-wildcard"',
    ]);
  });

  test("in every file", async () => {
    const tree = {
      "rolecall.yaml": "extends: [./team.yaml, ./gone.yaml]\nruls: {}\n",
      "team.yaml": "rules:\n  no-public-trust: on\n",
    };
    expect(await mistakes(tree)).toEqual([
      'rolecall.yaml:1:24 "./gone.yaml" cannot be extended: no such file',
      'rolecall.yaml:2:1 unknown key "ruls" (did you mean "rules"?)',
      'team.yaml:2:20 "no-public-trust" is "on": it can be critical, high, medium, low, info, off',
    ]);
  });
});

describe("names that nobody defines", () => {
  test("environments of accounts and of allowed trust", async () => {
    const text = `accounts: { "111122223333": { environment: prdo } }
trust-allowed: [{ from: ci, to: [dev, stagin] }]
`;
    expect(await mistakes({ "rolecall.yaml": text })).toEqual([
      'rolecall.yaml:1:44 unknown environment "prdo" (did you mean "prod"?)',
      'rolecall.yaml:2:39 unknown environment "stagin" (did you mean "staging"?)',
    ]);
  });

  test("owners, once the known ones are listed", async () => {
    const text = `owners: { known: [payments, platform] }
accounts: { "111122223333": { owner: platfrom } }
`;
    expect(await mistakes({ "rolecall.yaml": text })).toEqual([
      'rolecall.yaml:2:38 unknown owner "platfrom" (did you mean "platform"?)',
    ]);
    expect(await mistakes({ "rolecall.yaml": 'accounts: { "111122223333": { owner: anybody } }' })).toEqual([]);
  });
});

describe("what is not a ruleset", () => {
  const cases: readonly (readonly [title: string, text: string, mistake: RegExp])[] = [
    ["broken YAML", "rules: {", /^rolecall\.yaml:1:\d+ this is not YAML: /],
    ["a list", "- a\n", /^rolecall\.yaml:1:1 must be a map, not a list$/],
    ["a word", "recommended\n", /^rolecall\.yaml:1:1 must be a map, not "recommended"$/],
    [
      "a key written twice",
      "clouds: [aws]\norganization: o-1\nclouds: [gcp]\n",
      /^rolecall\.yaml:3:1 "clouds" is written twice: the first is on line 1$/,
    ],
    [
      "a key that objects take for something else",
      "environments: { prod: { rank: 3, tags: { __proto__: [prod] } } }\n",
      /"__proto__" cannot be a key$/,
    ],
    ["a tag of its own", "clouds: !custom [aws]\n", /this is not YAML: Unresolved tag: !custom$/],
    ["two documents", "clouds: [aws]\n---\nclouds: [aws]\n", /this is not YAML: /],
    ["deep nesting", `rules: ${"[".repeat(100_000)}`, /nested too deeply|this is not YAML/],
    [
      "a size that no ruleset has",
      `# ${"x".repeat(2_000_001)}`,
      /^rolecall\.yaml:1:1 a ruleset of more than 2 MB is not read$/,
    ],
  ];
  for (const [title, text, mistake] of cases) {
    test(title, async () => {
      const found = await mistakes({ "rolecall.yaml": text });
      expect(found.join("\n")).toMatch(mistake);
    });
  }

  test("aliases that multiply", async () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]`,
    );
    expect((await mistakes({ "rolecall.yaml": `l0: &l0 [x]\n${levels.join("\n")}\n` })).join("\n")).toMatch(/aliases/);
  });
});

test("a mistyped word is shown on one line, whatever is in it", async () => {
  const found = await mistakes({ "rolecall.yaml": '"a\\n::error::b": 1\n' });
  expect(found).toEqual(['rolecall.yaml:1:1 unknown key "a\\n::error::b"']);
});

test("an empty file is the preset recommended", async () => {
  const ruleset = await load({ "rolecall.yaml": "# nothing yet\n" });
  expect(ruleset.sources).toEqual(["vocabulary", "recommended", "rolecall.yaml"]);
  expect(ruleset.rules.get("require-owner")?.severity).toBe("medium");
});
