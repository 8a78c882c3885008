import { expect, test } from "vitest";
import { rolecall } from "../../../hostile/support.ts";

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaRole
        - AdministratorAccess
        - Version: 2012-10-17
          Statement:
            - Effect: Allow
              Action: s3:*
              Resource: "*"
      FunctionUrlConfig:
        AuthType: NONE
      Events:
        Odd:
          Type: Telepathy
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: s3://releases/flow.json
`;

/** Where a rule found something, by the lines of the report. */
async function placesOf(rule: string): Promise<readonly string[]> {
  const { out } = await rolecall(["check", "t.yaml"], { files: { "t.yaml": template } });
  const lines = out.split("\n");
  return lines.flatMap((line, i) => (line.includes(`  ${rule}  `) ? [(lines[i + 2] ?? "").trim()] : []));
}

test.each([
  ["no-admin-machine-identity", ["at    t.yaml:8:11"]],
  ["no-wildcard-action", ["at    t.yaml:11:15"]],
  ["no-public-resource-policy", ["at    t.yaml:14:7"]],
  ["no-confused-deputy", ["at    t.yaml:19:3"]],
])("%s is found where the author wrote it", async (rule, places) => {
  expect(await placesOf(rule)).toEqual(places);
});

test("what was not understood keeps the gate from passing", async () => {
  const run = await rolecall(["check", "t.yaml", "--format", "json"], { files: { "t.yaml": template } });
  expect(run.code).toBe(3);
  expect(run.out).toContain("/Resources/Worker/Properties/Events/Odd");
});
