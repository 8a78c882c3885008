import { describe, expect, test } from "vitest";
import { load, mistakes } from "./support.ts";

const base = `rules:
  no-full-admin: { severity: critical, locked: true }
  no-cross-environment-trust: { severity: high, locked: true }
  no-wildcard-action: { severity: high, options: { allow: [] }, locked: true }
`;

const weakened: readonly (readonly [title: string, file: string, mistake: string])[] = [
  [
    "a lower severity",
    "rules: { no-full-admin: high }",
    'rolecall.yaml:1:25 rule "no-full-admin" is locked at base.yaml:2:18: it cannot be weakened here',
  ],
  [
    "off",
    "rules: { no-full-admin: off }",
    'rolecall.yaml:1:25 rule "no-full-admin" is locked at base.yaml:2:18: it cannot be weakened here',
  ],
  [
    "unlocked",
    "rules: { no-full-admin: { locked: false } }",
    'rolecall.yaml:1:25 rule "no-full-admin" is locked at base.yaml:2:18: it cannot be weakened here',
  ],
  [
    "other options",
    'rules: { no-wildcard-action: { options: { allow: ["s3:*"] } } }',
    'rolecall.yaml:1:30 rule "no-wildcard-action" is locked at base.yaml:4:23: it cannot be weakened here',
  ],
  [
    "an exception",
    'exceptions: [{ finding: "no-full-admin/ci/*", reason: x, owner: y, expires: 2099-01-01 }]',
    'rolecall.yaml:1:25 rule "no-full-admin" is locked at base.yaml:2:18: no exception from it is possible here',
  ],
  [
    "an exception from everything",
    'exceptions: [{ finding: "*/ci/*", reason: x, owner: y, expires: 2099-01-01 }]',
    'rolecall.yaml:1:25 rule "no-full-admin" is locked at base.yaml:2:18: no exception from it is possible here',
  ],
  [
    "other clouds",
    "clouds: [gcp]",
    'rolecall.yaml:1:9 "clouds" decides what rule "no-full-admin" sees, which is locked at base.yaml:2:18: only that file may set it',
  ],
  [
    "other environments",
    "environments: { prod: { rank: 1 } }",
    'rolecall.yaml:1:15 "environments" decides what rule "no-cross-environment-trust" sees, which is locked at base.yaml:3:31: only that file may set it',
  ],
  [
    "an account's environment",
    'accounts: { "111122223333": { environment: dev } }',
    'rolecall.yaml:1:44 "accounts.111122223333.environment" decides what rule "no-cross-environment-trust" sees, which is locked at base.yaml:3:31: only that file may set it',
  ],
  [
    "allowed trust",
    "trust-allowed: [{ from: dev, to: [prod] }]",
    'rolecall.yaml:1:16 "trust-allowed" decides what rule "no-cross-environment-trust" sees, which is locked at base.yaml:3:31: only that file may set it',
  ],
];

describe("what a base ruleset locks holds", () => {
  for (const [title, file, mistake] of weakened) {
    test(title, async () => expect(await mistakes({ "base.yaml": base, "rolecall.yaml": file })).toEqual([mistake]));
  }

  test("also against what the file extends", async () => {
    const tree = {
      "base.yaml": base,
      "rolecall.yaml": "extends: [./team.yaml]",
      "team.yaml": "rules: { no-full-admin: low }",
    };
    expect(await mistakes(tree)).toEqual([
      'team.yaml:1:25 rule "no-full-admin" is locked at base.yaml:2:18: it cannot be weakened here',
    ]);
  });

  test("a preset that says less is no mistake, and changes nothing", async () => {
    const strict =
      "extends: []\nenvironments: { only: { rank: 1 } }\nrules: { no-cross-environment-trust: { severity: critical, locked: true } }\n";
    const ruleset = await load({ "base.yaml": strict, "rolecall.yaml": "extends: [recommended]" });
    expect(ruleset.rules.get("no-cross-environment-trust")).toMatchObject({ severity: "critical", locked: true });
    expect(ruleset.settings.environments.map((one) => one.name)).toEqual(["only"]);
  });

  test("more than it asks for is allowed, and so is what it does not lock", async () => {
    const file =
      'rules: { no-cross-environment-trust: critical, no-public-trust: low }\naccounts: { "111122223333": { name: shop, owner: platform } }';
    const { rules } = await load({ "base.yaml": base, "rolecall.yaml": file });
    expect(rules.get("no-cross-environment-trust")).toMatchObject({ severity: "critical", locked: true });
    expect(rules.get("no-public-trust")).toMatchObject({ severity: "low", locked: false });
  });
});

test("a base ruleset takes the place of the preset under a file that extends nothing", async () => {
  const tree = {
    "base.yaml": "rules: { require-owner: critical }",
    "rolecall.yaml": "rules: { no-public-trust: low }",
  };
  const { sources, rules } = await load(tree);
  expect(sources).toEqual(["vocabulary", "recommended", "base.yaml", "rolecall.yaml"]);
  expect(rules.get("require-owner")?.severity).toBe("critical");
});

test("the file that locks a rule may except from it", async () => {
  const file = `${base}exceptions: [{ finding: "no-full-admin/break-glass/*", reason: x, owner: y, expires: 2099-01-01 }]`;
  expect(await mistakes({ "base.yaml": file })).toEqual([]);
});
