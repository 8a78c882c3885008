import { describe, expect, it } from "vitest";
import type { Report } from "#model/report.ts";
import { rolecall } from "../../hostile/support.ts";

const template = `Parameters:
  Stage: { Type: String, Default: dev }
  Trusted: { Type: String, Default: "arn:aws:iam::111122223333:role/ci" }
  Password: { Type: String, NoEcho: true }
Conditions:
  InProduction: !Equals [!Ref Stage, prod]
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub "\${Stage}-worker"
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Principal: { AWS: !Ref Trusted }, Action: sts:AssumeRole }
          - !If [InProduction, { Effect: Allow, Principal: "*", Action: sts:AssumeRole }, !Ref AWS::NoValue]
  Admin:
    Type: AWS::IAM::AccessKey
    Condition: InProduction
    Properties: { UserName: !Ref Robot }
  Robot:
    Type: AWS::IAM::User
    Properties: { Tags: [{ Key: owner, Value: payments }] }
  Data:
    Type: AWS::RDS::DBInstance
    Properties: { MasterUserPassword: !Ref Password }
`;

/** What the asked rules say, with the exit code. */
async function outcome(parameters: string, name = "p.json"): Promise<readonly [number, readonly string[]]> {
  const files = { "t.yaml": template, [name]: parameters };
  const run = await rolecall(["check", "t.yaml", "--parameters", name, "--format", "json"], { files });
  expect(run.out).not.toContain("hunter2-hunter2");
  if (run.out === "") return [run.code, [run.err.split("\n")[0] ?? ""]];
  const asked = ["no-public-trust", "no-static-credential", "no-hardcoded-secret", "require-owner"];
  const { findings } = JSON.parse(run.out) as Report;
  const told = findings.filter((one) => asked.includes(one.rule));
  return [run.code, told.map((one) => `${one.rule} ${one.verdict} ${one.subject.name}`).sort()];
}

const inProduction = [
  "no-public-trust fails prod-worker",
  "no-static-credential fails Admin",
  "require-owner fails prod-worker",
];

describe("what is handed in for parameters", () => {
  it.each([
    ["the list of the command line", '[{"ParameterKey":"Stage","ParameterValue":"prod"}]', "p.json"],
    ["a list of pairs", '["Stage=prod"]', "p.json"],
    ["an object", '{"Stage":"prod"}', "p.json"],
    ["a template configuration", '{"Parameters":{"Stage":"prod"},"StackPolicy":{}}', "p.json"],
    ["lines", "# for production\n\nStage = prod\nPassword=hunter2-hunter2\n", "p.env"],
    ["lines with quotes", 'Stage="prod"\r\n', "p.env"],
  ])("comes as %s", async (_name, text, file) => {
    expect(await outcome(text, file)).toEqual([1, inProduction]);
  });

  it("decides conditions the other way, too", async () => {
    expect(await outcome('{"Stage":"dev"}')).toEqual([0, ["require-owner fails dev-worker"]]);
  });

  it("wins over a default", async () => {
    expect(await outcome('{"Stage":"dev","Trusted":"*"}')).toEqual([
      1,
      ["no-public-trust fails dev-worker", "require-owner fails dev-worker"],
    ]);
  });

  it("is unknown where the value is kept that there was", async () => {
    const kept =
      '[{"ParameterKey":"Stage","UsePreviousValue":true},{"ParameterKey":"Trusted","UsePreviousValue":true}]';
    // The key is judged as if its condition held, and blocks.
    const [code, found] = await outcome(kept);
    expect([code, found.filter((one) => one.startsWith("no-public-trust"))]).toEqual([
      1,
      ["no-public-trust undecided Worker"],
    ]);
  });

  it("is no secret of the source, and is not shown where the template hides it", async () => {
    expect((await outcome('{"Stage":"dev","Password":"hunter2-hunter2"}'))[1]).toEqual([
      "require-owner fails dev-worker",
    ]);
  });

  it("is told of where the template has no such parameter", async () => {
    const files = { "t.yaml": template, "p.json": '{"Stag":"prod"}' };
    const run = await rolecall(["check", "t.yaml", "--parameters", "p.json", "--format", "json"], { files });
    const { notices } = JSON.parse(run.out) as Report;
    expect(notices.filter((one) => one.code === "parameter-not-declared").map((one) => one.message)).toEqual([
      "what is handed in for Stag is not used: the template has no such parameter",
    ]);
  });

  it("is told of where none of several templates has such a parameter", async () => {
    const other = "Parameters: { Zone: { Type: String } }\nResources:\n  People: { Type: AWS::IAM::Group }\n";
    const files = { "t.yaml": template, "u.yaml": other, "p.json": '{"Stage":"dev","Zone":"a","Stag":"prod"}' };
    const run = await rolecall(["check", "t.yaml", "u.yaml", "--parameters", "p.json", "--format", "json"], { files });
    const { notices } = JSON.parse(run.out) as Report;
    expect(notices.filter((one) => one.code === "parameter-not-declared").map((one) => one.message)).toEqual([
      "what is handed in for Stag is not used: no template has such a parameter",
    ]);
  });

  it("brings the tags of the stack", async () => {
    expect(await outcome('{"Parameters":{"Stage":"dev"},"Tags":{"owner":"payments"}}')).toEqual([0, []]);
  });

  it.each([
    ["a list of something else", "[1]", "error: p.json holds no parameters"],
    ["a value that is an object", '{"Stage":{}}', "error: p.json holds no parameters"],
    ["a sentence", "These are no parameters.", "error: p.json holds no parameters"],
    ["tags that are none", '{"Parameters":{"Stage":"prod"},"Tags":[1]}', "error: p.json holds no parameters"],
  ])("is refused as %s", async (_name, text, error) => {
    expect(await outcome(text)).toEqual([2, [error]]);
  });
});
