import { expect, it } from "vitest";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import { rolecall } from "../../hostile/support.ts";

/** A role with a statement of each action, each under a condition of its own, and a text that depends on many parameters. */
function template(conditions: number): string {
  const names = Array.from({ length: conditions }, (_, i) => `C${i}`);
  return JSON.stringify({
    Parameters: Object.fromEntries(
      names.map((name) => [`P${name}`, { Type: "String", AllowedValues: ["a", "b", "*"] }]),
    ),
    Conditions: Object.fromEntries(names.map((name) => [name, { "Fn::Equals": [{ Ref: `P${name}` }, "a"] }])),
    Resources: {
      Worker: {
        Type: "AWS::IAM::User",
        Properties: {
          Policies: [
            {
              PolicyName: "p",
              PolicyDocument: {
                Version: "2012-10-17",
                Statement: [
                  ...names.map((name, i) => ({
                    "Fn::If": [
                      name,
                      { Effect: "Allow", Action: `s3:Get${i}`, Resource: "*" },
                      { Effect: "Allow", Action: `s3:Put${i}`, Resource: "*" },
                    ],
                  })),
                  { Effect: "Allow", Action: names.map((name) => ({ Ref: `P${name}` })), Resource: "*" },
                ],
              },
            },
          ],
        },
      },
    },
  });
}

it("as many conditions as somebody likes make twice as many statements, not all their combinations", async () => {
  const run = await rolecall(["graph", "t.json"], { files: { "t.json": template(40) } });
  const { policies } = JSON.parse(run.out) as GraphDocument;
  // Two of each condition, and three of each parameter.
  expect(policies.map(({ statements }) => statements.length)).toEqual([200]);
  expect(policies.flatMap(({ statements }) => statements).every(({ effect }) => effect !== "allow")).toBe(true);
});

it("what a parameter file decides is not chosen any more", async () => {
  const one = template(1);
  const told = async (files: Record<string, string>, ...more: readonly string[]) => {
    const run = await rolecall(["check", "t.json", "--format", "json", ...more], {
      files: { "t.json": one, ...files },
    });
    const { findings } = JSON.parse(run.out) as Report;
    return findings.filter(({ rule }) => rule === "no-full-admin").map(({ verdict }) => verdict);
  };
  expect(await told({})).toEqual(["undecided"]);
  expect(await told({ "p.json": '{"PC0": "*"}' }, "--parameters", "p.json")).toEqual(["fails"]);
  expect(await told({ "p.json": '{"PC0": "a"}' }, "--parameters", "p.json")).toEqual([]);
});
