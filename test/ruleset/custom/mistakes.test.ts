import { describe, expect, test } from "vitest";
import { load, mistakes } from "../support.ts";

const good = `custom:
  break-glass-needs-mfa:
    severity: high
    message: "{identity} can be assumed without MFA"
    given: "#TrustStatement"
    where: { identity.name: { matches: "break-glass-*" }, effect: allow }
    then: { field: "conditions[*].key", includes: aws:MultiFactorAuthPresent }
`;

test("a rule of one's own is kept as it is written, and set like any other", async () => {
  const ruleset = await load({ "rolecall.yaml": good });
  expect(ruleset.custom).toEqual([
    {
      id: "break-glass-needs-mfa",
      severity: "high",
      message: "{identity} can be assumed without MFA",
      given: "#TrustStatement",
      where: [
        { field: "identity.name", test: { matches: "break-glass-*" } },
        { field: "effect", test: { equals: "allow" } },
      ],
      // biome-ignore lint/suspicious/noThenProperty: it is a key of rulesets.
      then: [{ field: "conditions[*].key", test: { includes: "aws:MultiFactorAuthPresent" } }],
      source: { file: "rolecall.yaml", line: 3 },
    },
  ]);
  expect(ruleset.rules.get("break-glass-needs-mfa")).toEqual({ severity: "high", options: undefined, locked: false });
});

test("mistakes are told all at once, each with its place", async () => {
  const text = `custom:
  Bad_Id: { severity: high, message: x, given: "#Identity", then: { field: name, present: true } }
  require-owner: { severity: high, message: x, given: "#Identity", then: { field: name, present: true } }
  a: { severity: hihg, message: x, given: "#Identiy", then: { present: true } }
  b: { severity: low, message: "{identity} {nam}", given: "#Identity", then: { field: nam, matchs: x } }
  c: { severity: low, message: x, given: "#TrustStatement", then: { field: conditions.key, includes: x } }
  d: { severity: low, message: x, given: "#Grant", then: [{ field: "statement.actions.patterns", includes: x }] }
  e: { severity: low, message: x, given: "$.identities[?(@.name)]", then: { field: name } }
  f: { severity: low, message: x, given: "#Grant", where: { holdr.name: x }, then: { field: "a b", present: true } }
  g: { severity: low, message: "{policy.nme}", given: "#Grant", then: { field: policy.name, count: many, same-as: x } }
  h: { severity: low, message: x, given: "#Identity" }
`;
  expect(await mistakes({ "rolecall.yaml": text })).toEqual([
    `rolecall.yaml:2:3 "Bad_Id": a rule's id is written in lower case, with - between words`,
    'rolecall.yaml:3:3 "require-owner" is a rule of rolecall: a rule of your own needs another id; that one is set under "rules"',
    'rolecall.yaml:4:18 "severity" is "hihg": it can be critical, high, medium, low, info (did you mean "high"?)',
    'rolecall.yaml:4:43 "given" is "#Identiy": it must be a path from $, or begin with one of #Identity, #TrustStatement, #Policy, #Statement, #Attachment, #Grant, #Workload, #Credential, #Membership, #Target, #Endpoint, #PasswordPolicy, #SecretBearer (did you mean "#Identity"?)',
    'rolecall.yaml:5:92 unknown key "matchs" (did you mean "matches"?)',
    'rolecall.yaml:6:76 "conditions" is a list: write conditions[*].key',
    'rolecall.yaml:7:68 "statement.actions.patterns" is a list: write statement.actions.patterns[*]',
    'rolecall.yaml:8:42 "given" is "$.identities[?(@.name)]": filters and scripts are never run from a ruleset: choose with `where`',
    'rolecall.yaml:8:75 "then" needs a verb: equals, not-equals, one-of, matches, present, absent, includes, count, same-as, not',
    'rolecall.yaml:9:93 "field" is "a b": a field is written like name, conditions[*].key or tags["cost-center"]',
    'rolecall.yaml:10:100 "count" cannot be "many"',
    'rolecall.yaml:11:6 "then" is missing',
  ]);
});

test("fields that lead nowhere are told once the rules are whole", async () => {
  const text = `custom:
  b: { severity: low, message: "{identity} {nam} {a b}", given: "#Identity", then: { field: nam, matches: x } }
  c: { severity: low, message: x, given: "#TrustStatement", then: { field: conditions.key, includes: x } }
  d: { severity: low, message: x, given: "#Grant", then: [{ field: "statement.actions.patterns", includes: x }] }
  e: { severity: low, message: x, given: "#Grant", where: { holdr.name: x }, then: { field: policy.naem, same-as: x } }
  f: { severity: low, message: x, given: "#TrustStatement.principals.principals[*]", then: { field: kin, equals: x } }
  g: { severity: low, message: x, given: "$..principals", then: { field: whatever, equals: x } }
`;
  expect(await mistakes({ "rolecall.yaml": text })).toEqual([
    'rolecall.yaml:2:32 unknown field "nam" of #Identity (did you mean "name"?)',
    'rolecall.yaml:2:32 "{a b}" is no field',
    'rolecall.yaml:2:93 unknown field "nam" of #Identity (did you mean "name"?)',
    'rolecall.yaml:3:76 "conditions" is a list: write conditions[*].key',
    'rolecall.yaml:4:68 "statement.actions.patterns" is a list: write statement.actions.patterns[*]',
    'rolecall.yaml:5:61 unknown field "holdr.name" of #Grant (did you mean "holder"?)',
    'rolecall.yaml:5:93 unknown field "policy.naem" of #Grant (did you mean "name"?)',
    'rolecall.yaml:5:115 unknown field "x" of #Grant: it has holder, attachment, policy, statement',
    'rolecall.yaml:6:101 unknown field "kin" of #TrustStatement.principals.principals[*] (did you mean "kind"?)',
  ]);
});

describe("rules of one's own in several files", () => {
  test("may be set, excepted and defined anew", async () => {
    const tree = {
      "rolecall.yaml": `extends: [recommended, ./team.yaml]
rules: { break-glass-needs-mfa: off }
exceptions: [{ finding: break-glass-needs-mfa/ci/*, reason: x, owner: y, expires: 2099-01-01 }]
`,
      "team.yaml": good,
    };
    const { rules, custom } = await load(tree);
    expect(rules.get("break-glass-needs-mfa")?.severity).toBe("off");
    expect(custom.map((one) => one.source.file)).toEqual(["team.yaml"]);
    const anew = { ...tree, "rolecall.yaml": `extends: [./team.yaml]\n${good.replace("high", "low")}` };
    expect((await load(anew)).custom.map((one) => [one.severity, one.source.file])).toEqual([["low", "rolecall.yaml"]]);
  });

  test("a name that nobody defines is a mistake", async () => {
    expect(await mistakes({ "rolecall.yaml": `${good}rules: { break-glas-needs-mfa: off }\n` })).toEqual([
      'rolecall.yaml:8:10 unknown rule "break-glas-needs-mfa" (did you mean "break-glass-needs-mfa"?)',
    ]);
  });

  test("what a base ruleset locks holds, and so does what decides what it sees", async () => {
    const base = good.replace("severity: high", "severity: high\n    locked: true");
    const weak = `extends: []
${good.replace("high", "low")}rules: { break-glass-needs-mfa: off }
exceptions: [{ finding: break-glass-needs-mfa/*/*, reason: x, owner: y, expires: 2099-01-01 }]
`;
    expect(await mistakes({ "base.yaml": base, "rolecall.yaml": weak })).toEqual([
      'rolecall.yaml:4:5 rule "break-glass-needs-mfa" is locked at base.yaml:3:5: it cannot be defined anew here',
      'rolecall.yaml:9:33 rule "break-glass-needs-mfa" is locked at base.yaml:3:5: it cannot be weakened here',
      'rolecall.yaml:10:25 rule "break-glass-needs-mfa" is locked at base.yaml:3:5: no exception from it is possible here',
    ]);
    const about = base.replace("identity.name", "identity.environment.name");
    const moved = "environments: { prod: { rank: 1 } }\nowners: { tags: [x] }\n";
    expect(await mistakes({ "base.yaml": about, "rolecall.yaml": moved })).toEqual([
      'rolecall.yaml:1:15 "environments" decides what rule "break-glass-needs-mfa" sees, which is locked at base.yaml:3:5: only that file may set it',
    ]);
  });
});
