import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { placesIn } from "#frontends/index.ts";

// The parser tells where nodes are in a way that it does not document: every spelling that templates use stands here.
const text = `# A template
AWSTemplateFormatVersion: 2010-09-09
Resources:
  # the role
  Role: # of ours
    Type: AWS::IAM::Role
    Properties:
      Path:
      AssumeRolePolicyDocument: { Version: 2012-10-17, "Statement": [ { Effect: Allow }, {Effect: Deny} ] }
      ManagedPolicyArns:
      - !Sub "arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"
      -   Fn::Join: ["", [a, b]]
      - !Join
        - ""
        - - a
          - !Ref B
      Policies:
        - &first
          PolicyName: >-
            a name
          PolicyDocument:
            Statement:
              - Action: '*'
        - *first
`;

const rows: readonly (readonly [pointer: string, line: number, column: number])[] = [
  ["/Resources", 3, 1],
  ["/Resources/Role", 5, 3],
  ["/Resources/Role/Properties/Path", 8, 7],
  ["/Resources/Role/Properties/AssumeRolePolicyDocument", 9, 7],
  ["/Resources/Role/Properties/AssumeRolePolicyDocument/Statement", 9, 56],
  ["/Resources/Role/Properties/AssumeRolePolicyDocument/Statement/1", 9, 90],
  ["/Resources/Role/Properties/AssumeRolePolicyDocument/Statement/1/Effect", 9, 91],
  ["/Resources/Role/Properties/ManagedPolicyArns", 10, 7],
  ["/Resources/Role/Properties/ManagedPolicyArns/0", 11, 9],
  ["/Resources/Role/Properties/ManagedPolicyArns/0/Fn::Sub", 11, 9],
  ["/Resources/Role/Properties/ManagedPolicyArns/1", 12, 11],
  ["/Resources/Role/Properties/ManagedPolicyArns/1/Fn::Join/1/1", 12, 30],
  ["/Resources/Role/Properties/ManagedPolicyArns/2/Fn::Join/1/1", 16, 13],
  ["/Resources/Role/Properties/Policies/0", 18, 11],
  ["/Resources/Role/Properties/Policies/0/PolicyName", 19, 11],
  ["/Resources/Role/Properties/Policies/0/PolicyDocument/Statement/0", 23, 17],
  ["/Resources/Role/Properties/Policies/0/PolicyDocument/Statement/0/Action", 23, 17],
  // What stands behind an alias is where the alias is, and what is not there is where it would be.
  ["/Resources/Role/Properties/Policies/1/PolicyName", 24, 11],
  ["/Resources/Role/Properties/Tags", 7, 5],
];

test.each(rows)("%s is at %i:%i", async (pointer, line, column) => {
  const places = await placesIn({ path: "t.yaml", bytes: Buffer.from(text) }, [pointer]);
  expect(places.get(pointer)).toEqual({ line, column });
});

test("lines that end in a carriage return too are counted once", async () => {
  const input = { path: "t.yaml", bytes: Buffer.from(text.replaceAll("\n", "\r\n")) };
  expect((await placesIn(input, ["/Resources/Role/Type"])).get("/Resources/Role/Type")).toEqual({ line: 6, column: 5 });
});

test("JSON has places, too", async () => {
  const json = '{\n "Resources": {\n  "A": { "Type": "AWS::IAM::Role" }\n }\n}';
  const places = await placesIn({ path: "t.json", bytes: Buffer.from(json) }, ["/Resources/A/Type"]);
  expect(places.get("/Resources/A/Type")).toEqual({ line: 3, column: 10 });
});
