import { expect, test } from "vitest";
import type { Report } from "#model/report.ts";
import { rolecall } from "../../../hostile/support.ts";

const template = (policies: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: worker
      Policies: ${policies}
`;

/** The changes of the findings about privileges. */
async function changes(before: string, after: string): Promise<readonly string[]> {
  const files = { "t.yaml": template(after), "deployed.yaml": template(before) };
  const run = await rolecall(["check", "t.yaml", "--before", "deployed.yaml", "--format", "json"], { files });
  const { findings } = JSON.parse(run.out) as Report;
  return findings.filter(({ rule }) => rule === "no-wildcard-action").map(({ change }) => change);
}

test.each([
  ["[]", "[AmazonS3FullAccess]", ["widened"]],
  ["[AmazonS3FullAccess]", "[AmazonS3FullAccess]", ["unchanged"]],
  ["[AmazonS3FullAccess]", "[]", []],
])("a role that had %s and gets %s", async (before, after, expected) => {
  expect(await changes(before, after)).toEqual(expected);
});
