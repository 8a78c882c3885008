import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { usual } from "../usual.ts";

/** A role of production that trusts one of development, which has another logical id each time. */
function template(id: string, name: string): string {
  const trust = (principal: object) => ({
    Statement: { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" },
  });
  const role = (environment: string, RoleName: string, principal: object) => ({
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName,
      AssumeRolePolicyDocument: trust(principal),
      Tags: [{ Key: "environment", Value: environment }],
    },
  });
  return JSON.stringify({
    Resources: {
      [id]: role("dev", name, { Service: "codebuild.amazonaws.com" }),
      Deployer: role("prod", "deployer", { AWS: { "Fn::GetAtt": [id, "Arn"] } }),
    },
  });
}

async function idOf(text: string): Promise<string | undefined> {
  const { findings } = await check([{ path: "template.json", bytes: Buffer.from(text) }], usual);
  return findings.find(({ rule, verdict }) => rule === "no-cross-environment-trust" && verdict === "fails")?.id;
}

test("a finding keeps its id when who is trusted moves in the source", async () => {
  const id = await idOf(template("Ci", "ci"));
  expect(id).toBeDefined();
  expect(await idOf(template("Pipeline", "ci"))).toBe(id);
});

test("it is another finding when somebody else is trusted", async () => {
  expect(await idOf(template("Ci", "ci"))).not.toBe(await idOf(template("Ci", "runner")));
});
