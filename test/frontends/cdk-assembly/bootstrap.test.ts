import { describe, expect, test } from "vitest";
import { Bootstraps } from "#frontends/cdk-assembly/bootstrap.ts";
import type { ResourceChange } from "#model/plan.ts";
import { field, type Tree } from "#model/tree.ts";
import { plain } from "../support.ts";

const at = { document: "cdk.out/manifest.json", pointer: "/artifacts/App/properties/assumeRoleArn" };
const inPlace = (account: string, region: string, qualifier = "hnb659fds") =>
  `arn:\${AWS::Partition}:iam::${account}:role/cdk-${qualifier}-deploy-role-${account}-${region}`;

function presumedOf(role: string, assets: Readonly<Record<string, string>> = {}) {
  const deployer = { role, at, assets: Object.keys(assets) };
  return new Bootstraps().of(deployer, async (name) => assets[name] ?? "");
}

function published(role: string): string {
  const destinations = { here: { bucketName: "b", objectKey: "k", assumeRoleArn: role } };
  return JSON.stringify({ version: "55.0.0", files: { a: { source: { path: "a" }, destinations } } });
}

function roleIn(roles: readonly ResourceChange[], use: string): Tree {
  const found = roles.find(({ name }) => name.includes(`-${use}-role-`));
  if (found === undefined) throw new Error(`no role ${use}`);
  return found.after;
}

describe("who deploys a stack in the usual way", () => {
  test("has five roles, which are presumed to be there", async () => {
    const { presumed, notices } = await presumedOf(inPlace("111122223333", "eu-west-1"));
    expect(presumed.map(({ address, mode, action }) => [address, mode, action])).toEqual(
      ["deploy", "cfn-exec", "lookup", "file-publishing", "image-publishing"].map((use) => [
        `cdk-hnb659fds-${use}-role-111122223333-eu-west-1`,
        "presumed",
        "none",
      ]),
    );
    expect(notices).toEqual([]);
  });

  test("hands CloudFormation a role with all power, which nobody else may assume", async () => {
    const { presumed } = await presumedOf(inPlace("111122223333", "eu-west-1"));
    const exec = roleIn(presumed, "cfn-exec");
    expect(plain(field(exec, "ManagedPolicyArns"))).toEqual(["arn:aws:iam::aws:policy/AdministratorAccess"]);
    expect(plain(field(exec, "AssumeRolePolicyDocument", "Statement"))).toEqual([
      { Effect: "Allow", Principal: { Service: "cloudformation.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    const text = JSON.stringify(plain(field(roleIn(presumed, "deploy"), "Policies")));
    expect(text).toContain("arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1");
  });

  test("lets the account in, and maybe others that a bootstrap was told to trust", async () => {
    const { presumed } = await presumedOf(inPlace("111122223333", "eu-west-1"));
    const statements = field(roleIn(presumed, "deploy"), "AssumeRolePolicyDocument", "Statement");
    const Principal = { AWS: "arn:aws:iam::111122223333:root" };
    expect(plain(statements)).toEqual([
      { Effect: "Allow", Principal, Action: "sts:AssumeRole", Condition: { Null: { "sts:ExternalId": "true" } } },
      { Effect: "Allow", Principal, Action: "sts:TagSession" },
      "?unresolved .",
    ]);
  });

  test("is in the partition of his region", async () => {
    const { presumed } = await presumedOf(inPlace("111122223333", "cn-north-1"));
    expect(plain(field(roleIn(presumed, "cfn-exec"), "ManagedPolicyArns"))).toEqual([
      "arn:aws-cn:iam::aws:policy/AdministratorAccess",
    ]);
  });
});

describe("who deploys a stack in another way is told of", () => {
  test.each([
    [
      "with a qualifier of its own",
      inPlace("111122223333", "eu-west-1", "acme"),
      5,
      "this is deployed through a bootstrap of its own, acme: its roles are presumed to be as cdk bootstrap makes them",
    ],
    [
      "by a role of its own",
      "arn:aws:iam::111122223333:role/deployer",
      0,
      "arn:aws:iam::111122223333:role/deployer deploys this, which no cdk bootstrap makes as it is: what it may do, and who may use it, is not known",
    ],
  ])("%s", async (_, role, roles, message) => {
    const { presumed, notices } = await presumedOf(role);
    expect([presumed.length, notices]).toEqual([
      roles,
      [{ code: "bootstrap-custom", level: "info", message, location: at }],
    ]);
  });

  test("by somebody else who publishes what it uses", async () => {
    const usual = "arn:aws:iam::111122223333:role/cdk-hnb659fds-file-publishing-role-111122223333-eu-west-1";
    const role = inPlace("111122223333", "eu-west-1");
    expect((await presumedOf(role, { "A.assets.json": published(usual) })).notices).toEqual([]);
    const { notices } = await presumedOf(role, { "A.assets.json": published("arn:aws:iam::111122223333:role/upload") });
    expect(notices.map(({ message }) => message)).toEqual([
      "arn:aws:iam::111122223333:role/upload publishes what this uses, which is no role of the bootstrap that deploys it",
    ]);
  });

  test.each([
    ["an account that is left open", inPlace(`\${AWS::AccountId}`, `\${AWS::Region}`)],
    ["nobody", undefined],
  ])("but not %s", async (_, role) => {
    const nothing = { presumed: [], notices: [] };
    if (role === undefined) expect(await new Bootstraps().of(undefined, async () => "")).toEqual(nothing);
    else expect(await presumedOf(role)).toEqual(nothing);
  });
});
