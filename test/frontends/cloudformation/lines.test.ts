import { expect, test } from "vitest";
import { rolecall } from "../../hostile/support.ts";

const template = `Resources:
  Ci:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ci
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Principal: "*", Action: sts:AssumeRole }
`;

test("a finding in a template names its line and column, in text as in SARIF", async () => {
  const text = await rolecall(["check", "infra/t.yaml"], { files: { "infra/t.yaml": template } });
  expect(text.code).toBe(1);
  expect(text.out).toContain("at    infra/t.yaml:9:13\n");
  const sarif = await rolecall(["check", "infra/t.yaml", "--format", "sarif"], { files: { "infra/t.yaml": template } });
  expect(sarif.out).toMatch(/"startLine": 9,\s*"startColumn": 13/);
});

test("what comes by a pipe has lines, too", async () => {
  const run = await rolecall(["check"], { stdin: template });
  expect(run.out).toContain("at    stdin:9:13\n");
});

test("a notice about a part of a template names its line", async () => {
  const conditional = `Parameters: { Stage: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Stage, prod] }\n${template}    Condition: IsProd\n`;
  const run = await rolecall(["check", "t.yaml"], { files: { "t.yaml": conditional } });
  expect(run.out).toMatch(/1 resource depends on a condition \(IsProd\).* {2}t\.yaml:3:1\n/);
});
