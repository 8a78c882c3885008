import { expect, test } from "vitest";
import { planOf } from "../support.ts";

const role = (part: string) => `{"Resources":{"A":{"Type":"AWS::IAM::Role","Properties":{${part}}}}}`;
const call = '{"Name":"Mine"}';

test.each([
  ["as it is", role(`"Fn::Transform":${call}`)],
  ["by escapes", role(`"Fn::\\u0054ransform":${call}`)],
  ["in YAML", "Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n      Fn::Transform: { Name: Mine }\n"],
  ["in YAML, by a tag", "Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties: !Transform { Name: Mine }\n"],
  [
    "in YAML, by escapes",
    'Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties: { "Fn::\\x54ransform": { Name: Mine } }\n',
  ],
])("a macro inside of a resource is told of, written %s", async (_, template) => {
  const { notices } = await planOf(template, undefined, "template");
  expect(notices.map(({ code, location }) => [code, location.pointer])).toEqual([
    ["macro-not-expanded", "/Resources/A/Properties/Fn::Transform"],
  ]);
});
