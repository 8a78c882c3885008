import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActionFact, beyondReading, loadActions } from "#clouds/aws/data/actions.ts";
import { matchesWildcard } from "#clouds/aws/policy/wildcard.ts";

const table = await loadActions();
const all = table.expand("*");

function named(facts: readonly ActionFact[]): readonly string[] {
  return facts.map((fact) => fact.name);
}

function fact(name: string): ActionFact {
  const [found] = table.expand(name);
  if (found === undefined) throw new Error(`${name} is not known`);
  return found;
}

describe("the table of actions", () => {
  it("has a date and a size", () => {
    expect(table.date).toBe("2026-09-26");
    expect(all).toHaveLength(22_091);
    expect(new Set(all.map((one) => one.service)).size).toBe(456);
  });

  it("gives every action a level and the prefix of its service", () => {
    for (const one of all) {
      expect(one.levels.size).toBeGreaterThan(0);
      expect(one.name.startsWith(`${one.service}:`)).toBe(true);
    }
    expect(new Set(named(all)).size).toBe(all.length);
  });

  it.each(["s3", "S3", "iam"])("knows the service %s", (prefix) => {
    expect(table.knowsService(prefix)).toBe(true);
  });

  it.each(["", "*", "nosuchservice", "__proto__"])("does not know a service %j", (prefix) => {
    expect(table.knowsService(prefix)).toBe(false);
  });

  it("tells levels apart, also where AWS names two", () => {
    expect([...fact("s3:GetObject").levels]).toEqual(["read"]);
    expect([...fact("s3:ListBucket").levels]).toEqual(["list"]);
    expect([...fact("s3:PutObject").levels]).toEqual(["write"]);
    expect(fact("ec2:CreateTags").levels).toEqual(new Set(["tagging", "write"]));
    expect(fact("iam:AttachRolePolicy").levels).toEqual(new Set(["permissions-management", "write"]));
  });

  it("says which actions can be limited to resources", () => {
    expect(fact("s3:GetObject").takesResource).toBe("always");
    expect(fact("s3:ListBucket").takesResource).toBe("always");
    expect(fact("cloudwatch:PutMetricData").takesResource).toBe("sometimes");
    expect(fact("s3:ListAllMyBuckets").takesResource).toBe("never");
    expect(fact("ec2:DescribeInstances").takesResource).toBe("never");
  });

  it("says which condition keys an action has, those of its resources among them", () => {
    expect([...fact("iam:PassRole").conditionKeys]).toEqual(
      expect.arrayContaining(["iam:passedtoservice", "iam:associatedresourcearn", "aws:resourcetag/"]),
    );
    expect(fact("cloudwatch:PutMetricData").conditionKeys.has("cloudwatch:namespace")).toBe(true);
    expect(fact("s3:ListAllMyBuckets").conditionKeys.has("s3:prefix")).toBe(false);
    expect(fact("s3:ListBucket").conditionKeys.has("s3:prefix")).toBe(true);
  });
});

describe("expanding a pattern", () => {
  it("reaches only reading actions by s3:Get*", () => {
    const found = table.expand("s3:Get*");
    expect(named(found)).toEqual(expect.arrayContaining(["s3:GetObject", "s3:GetBucketPolicy"]));
    expect(found.every((one) => !beyondReading(one))).toBe(true);
  });

  it("reaches permissions management by iam:*", () => {
    const found = table.expand("iam:*");
    expect(found.filter((one) => one.levels.has("permissions-management"))).toHaveLength(23);
    expect(found.every((one) => one.service === "iam")).toBe(true);
  });

  it.each([
    ["IAM:passROLE", ["iam:PassRole"]],
    ["iam:*sRole", ["iam:PassRole"]],
    ["sqs:?endMessage", ["sqs:SendMessage"]],
    ["s3:NoSuchAction", []],
    ["nosuchservice:*", []],
    ["i*:PassRole", []],
    ["i*", []],
    ["PassRole", []],
    ["__proto__:*", []],
    ["", []],
  ])("%s is %j", (pattern, expected) => {
    expect(named(table.expand(pattern))).toEqual(expected);
  });

  it.each(["*:*", "**"])("takes %s for everything", (pattern) => {
    expect(table.expand(pattern)).toHaveLength(all.length);
  });

  it("keeps what it found", () => {
    expect(table.expand("s3:put*")).toBe(table.expand("S3:Put*"));
  });

  it("agrees with matching every action one by one", () => {
    const sample = fc.constantFrom(...named(table.expand("sqs:*")));
    const cut = fc.tuple(sample, fc.nat(40), fc.constantFrom("*", "?", "*e*", "*?"));
    const pattern = cut.map(([name, length, end]) => `sqs:${name.slice("sqs:".length).slice(0, length)}${end}`);
    fc.assert(
      fc.property(pattern, (one) => {
        const expected = named(all).filter((name) => matchesWildcard(one.toLowerCase(), name.toLowerCase()));
        expect(named(table.expand(one))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("beyondReading", () => {
  it.each([
    ["s3:GetObject", false],
    ["s3:ListBucket", false],
    ["s3:PutObject", true],
    ["s3:PutObjectTagging", true],
    ["s3:PutBucketPolicy", true],
  ])("%s: %s", (name, expected) => {
    expect(beyondReading(fact(name))).toBe(expected);
  });
});
