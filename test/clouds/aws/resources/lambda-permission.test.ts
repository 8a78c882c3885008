import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { defaultRuleset } from "#ruleset/default.ts";
import { graph } from "../../../../src/check.ts";

/** The conditions of the statement that a permission makes. */
async function conditionsOf(narrowing: object): Promise<readonly string[]> {
  const Properties = { FunctionName: "f", Principal: "*", Action: "lambda:InvokeFunction", ...narrowing };
  const template = { Resources: { P: { Type: "AWS::Lambda::Permission", Properties } } };
  const input = { path: "t.json", bytes: Buffer.from(JSON.stringify(template)) };
  const { policies } = await graph(input, { ruleset: defaultRuleset() }, "after");
  const conditions = policies.flatMap((one) => one.statements).flatMap((one) => one.conditions);
  return conditions.map(({ operator, key, values }) => `${operator} ${shown(key)} ${values.map(shown).join(" ")}`);
}

function shown(text: unknown): string {
  return typeof text === "string" ? text : JSON.stringify(text);
}

describe("what narrows a permission", () => {
  it.each([
    [{}, []],
    [{ SourceAccount: "111122223333" }, ["StringEquals AWS:SourceAccount 111122223333"]],
    [{ SourceArn: "arn:aws:s3:::in" }, ["ArnLike AWS:SourceArn arn:aws:s3:::in"]],
    [{ PrincipalOrgID: "o-1" }, ["StringEquals aws:PrincipalOrgID o-1"]],
    [{ EventSourceToken: "t" }, ["StringEquals lambda:EventSourceToken t"]],
    [{ FunctionUrlAuthType: "NONE" }, ["StringEquals lambda:FunctionUrlAuthType NONE"]],
    [{ InvokedViaFunctionUrl: true }, ["Bool lambda:InvokedViaFunctionUrl true"]],
    [{ InvokedViaFunctionUrl: "true" }, ["Bool lambda:InvokedViaFunctionUrl true"]],
  ])("%j", async (narrowing, conditions) => {
    expect(await conditionsOf(narrowing)).toEqual(conditions);
  });
});
