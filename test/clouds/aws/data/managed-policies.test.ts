import { describe, expect, it } from "vitest";
import { packed } from "#clouds/aws/data/managed-policies.generated.ts";
import { loadManagedPolicies, type ManagedPolicy } from "#clouds/aws/data/managed-policies.ts";
import { unpack } from "#clouds/aws/data/unpack.ts";

const policies = await loadManagedPolicies();

function statementsOf(policy: ManagedPolicy | undefined): readonly Record<string, unknown>[] {
  if (policy === undefined) throw new Error("the policy is not known");
  return (policy.document as { readonly Statement: readonly Record<string, unknown>[] }).Statement;
}

describe("managed policies", () => {
  it("has a date", () => {
    expect(policies.date).toBe("2026-09-16");
  });

  it("allows administrators everything", () => {
    expect(policies.byArn("arn:aws:iam::aws:policy/AdministratorAccess")).toEqual({
      name: "AdministratorAccess",
      path: "/",
      document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["*"], Resource: ["*"] }] },
      assumed: false,
    });
  });

  it("keeps power users from identities by NotAction", () => {
    const [first] = statementsOf(policies.byArn("arn:aws:iam::aws:policy/PowerUserAccess"));
    expect(first).toMatchObject({ Effect: "Allow", Resource: ["*"] });
    expect(first).not.toHaveProperty("Action");
    expect(first?.NotAction).toEqual(expect.arrayContaining(["iam:*", "organizations:*", "account:*"]));
  });

  it("lets IAMFullAccess do all of IAM", () => {
    const actions = statementsOf(policies.byArn("arn:aws:iam::aws:policy/IAMFullAccess")).flatMap((one) => one.Action);
    expect(actions).toContain("iam:*");
  });

  it("knows paths", () => {
    const policy = policies.byArn("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
    expect(policy).toMatchObject({ name: "AWSLambdaBasicExecutionRole", path: "/service-role/" });
    expect(statementsOf(policy)).toEqual([
      {
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: ["*"],
      },
    ]);
  });

  it("keeps conditions", () => {
    const statements = statementsOf(policies.byArn("arn:aws:iam::aws:policy/AmazonEC2FullAccess"));
    expect(statements.some((one) => JSON.stringify(one.Condition)?.includes("iam:AWSServiceName"))).toBe(true);
  });

  it.each(["aws-us-gov", "aws-cn", "aws-iso-b"])("assumes the commercial content in %s", (partition) => {
    const policy = policies.byArn(`arn:${partition}:iam::aws:policy/ReadOnlyAccess`);
    expect(policy?.assumed).toBe(true);
    expect(policy?.document).toEqual(policies.byArn("arn:aws:iam::aws:policy/ReadOnlyAccess")?.document);
  });

  it.each([
    "arn:aws:iam::aws:policy/administratoraccess",
    "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole",
    "arn:aws:iam::aws:policy/NoSuchPolicy",
    "arn:aws:iam::aws:policy/__proto__",
    "arn:aws:iam::aws:policy/",
    "arn:aws:iam::aws:role/AdministratorAccess",
    "arn:aws:iam::111122223333:policy/AdministratorAccess",
    "arn:aws:iam:us-east-1:aws:policy/AdministratorAccess",
    "arn::iam::aws:policy/AdministratorAccess",
    "arn:aws:iam::aws:policy/AdministratorAccess:more",
    "AdministratorAccess",
    "",
  ])("knows nothing of %j", (arn) => {
    expect(policies.byArn(arn)).toBeUndefined();
  });

  it("can be read to the last statement", () => {
    const names = unpack(packed)
      .split("\n\n")
      .map((block) => block.split("\n", 1)[0]);
    expect(names).toHaveLength(1237);
    for (const name of names) {
      const statements = statementsOf(policies.byArn(`arn:aws:iam::aws:policy/${name}`));
      expect(statements.length).toBeGreaterThan(0);
      for (const statement of statements) expectComplete(statement);
    }
  });
});

function expectComplete(statement: Readonly<Record<string, unknown>>): void {
  const { Effect, Action, NotAction, Resource, NotResource } = statement;
  expect(["Allow", "Deny"]).toContain(Effect);
  for (const list of [Action ?? NotAction, Resource ?? NotResource]) {
    expect(list).not.toHaveLength(0);
    for (const item of list as readonly string[]) expect(item).toMatch(/^\S+$/);
  }
}
