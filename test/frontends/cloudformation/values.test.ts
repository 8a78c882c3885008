import { describe, expect, it } from "vitest";
import { showText } from "#model/text.ts";
import { field, type Tree } from "#model/tree.ts";
import type { Reference } from "#model/value.ts";
import { planOf } from "../support.ts";

/** One property, in the middle of a template that has something to refer to. */
async function read(value: string): Promise<unknown> {
  const template = `
AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Team: { Type: String }
  Size: { Type: Number, Default: 3 }
  Empty: { Type: String, Default: "" }
  Only: { Type: String, AllowedValues: [one] }
  Zones: { Type: CommaDelimitedList, Default: "a, b" }
  Nets: { Type: "List<AWS::EC2::Subnet::Id>" }
  Image: { Type: "AWS::SSM::Parameter::Value<String>", Default: /image/latest }
Mappings:
  Names: { prod: { long: production } }
Conditions:
  Always: !Equals [a, a]
  Never: !Not [Condition: Always]
  IsBig: !Equals [!Ref Size, 3]
Resources:
  Worker: { Type: AWS::IAM::Role }
  Rules: { Type: AWS::IAM::ManagedPolicy }
  Thing: { Type: Custom::Thing, Properties: { ServiceToken: x } }
  Other: { Type: AWS::SQS::Queue }
  Odd:
    Type: AWS::Odd::Thing
    Properties:
      Value: ${value}
`;
  const plan = await planOf(template, undefined, "t.yaml");
  const odd = plan.changes.find((one) => one.address === "Odd");
  if (odd === undefined) throw new Error("it was not read");
  return told(field(odd.after, "Value"));
}

/** A tree as plain values: what is not known as `?` with the attribute of a resource, or the name, that it waits for. */
function told(tree: Tree): unknown {
  switch (tree.kind) {
    case "text":
      return showText(tree.text);
    case "list":
      return tree.items.map(told);
    case "map":
      return Object.fromEntries(tree.keys().map((key) => [key, told(tree.get(key))]));
    case "number":
      return tree.value;
    case "unknown":
      return `?${tree.hole.refs.map(waitsFor).join(" ")}`;
    default:
      return tree.kind;
  }
}

function waitsFor({ targets: [target], attribute, expression }: Reference): string {
  return target === undefined ? expression : `${target}.${attribute}`;
}

// A dollar in front of a brace is written as `~` here, lest it look like a mistake of ours.
const rows: readonly (readonly [written: string, becomes: unknown])[] = [
  // Scalars keep their text.
  ["011111111111", "011111111111"],
  ["2012-10-17", "2012-10-17"],
  ["yes", "yes"],
  ["0o17", "0o17"],
  ["12:30:45", "12:30:45"],
  ["!!int 7", "7"],
  // Ref.
  ["!Ref Worker", "?Worker.role_name"],
  ["{ Ref: Worker }", "?Worker.role_name"],
  ["!Ref Rules", "?Rules.policy_arn"],
  ["!Ref Other", "?Other.queue_url"],
  ["!Ref Thing", "?Thing"],
  ["!Ref Nowhere", "?Nowhere"],
  ["!Ref Team", "?Team"],
  ["!Ref Size", "3"],
  ["!Ref Empty", "?Empty"],
  ["!Ref Only", "one"],
  ["!Ref Zones", ["a", "b"]],
  ["!Ref Nets", "?Nets"],
  ["!Ref Image", "?Image"],
  ["!Ref AWS::Partition", "aws"],
  ["!Ref AWS::AccountId", "?AWS::AccountId.undefined"],
  ["!Ref AWS::NoValue", "absent"],
  ["[a, !Ref AWS::NoValue, b]", ["a", "b"]],
  ["{ A: !Ref AWS::NoValue, B: b }", { B: "b" }],
  ["[a, !If [Never, b, !Ref AWS::NoValue]]", ["a"]],
  ["{ A: !If [Always, !Ref AWS::NoValue, x], B: b }", { B: "b" }],
  // GetAtt.
  ["!GetAtt Worker.Arn", "?Worker.arn"],
  ["{ 'Fn::GetAtt': [Worker, Arn] }", "?Worker.arn"],
  ["{ 'Fn::GetAtt': Worker.RoleId }", "?Worker.unique_id"],
  ["!GetAtt Thing.Arn", "?Thing.Arn"],
  // Sub.
  ["!Sub 'arn:~{AWS::Partition}:iam::~{AWS::AccountId}:role/~{Team}'", "arn:aws:iam::~{AWS::AccountId}:role/~{Team}"],
  ["!Sub 'a-~{!Literal}-~{Size}'", "a-~{Literal}-3"],
  ["!Sub ['~{A}/~{B}', { A: !Ref Team, B: b }]", "~{Team}/b"],
  ["!Sub '~{Worker.Arn}/*'", "~{Worker.Arn}/*"],
  ["!Sub 'plain'", "plain"],
  // Join, Select, Split.
  ["!Join ['', ['arn:', !Ref AWS::Partition, ':s3:::b']]", "arn:aws:s3:::b"],
  ["!Join ['-', [a, !Ref Team, b]]", "a-~{Team}-b"],
  ["!Join [',', !Ref Zones]", "a,b"],
  ["!Join [',', !Ref Nets]", "?Nets"],
  ["!Select [1, [a, b]]", "b"],
  ["!Select ['0', !Split ['/', 'x/y']]", "x"],
  ["!Select [2, [a, b]]", "?Fn::Select"],
  ["!Split [',', 'a,b']", ["a", "b"]],
  // Choices.
  ["!If [Always, a, b]", "a"],
  ["!If [Never, a, b]", "b"],
  ["!If [IsBig, a, b]", "?IsBig"],
  ["!If [IsBig, [a], [a]]", ["a"]],
  ["!FindInMap [Names, prod, long]", "production"],
  ["!FindInMap [Names, !Ref Team, long]", "?Team"],
  ["!FindInMap [Names, dev, long, { DefaultValue: d }]", "d"],
  // The rest.
  ["!ImportValue shared-role", "?Fn::ImportValue shared-role"],
  ["!Base64 text", "text"],
  ["'{{resolve:secretsmanager:db:SecretString:password}}'", "?resolve:secretsmanager"],
  ["'user:{{resolve:ssm-secure:pw:1}}@host'", "user:~{resolve:ssm-secure}@host"],
  ["!Cidr [10.0.0.0/16, 2]", "?Fn::Cidr"],
  ["!GetAZs eu-west-1", "?Fn::GetAZs"],
  ["!Select [0, !GetAZs '']", "?Fn::GetAZs"],
  ["!Length [a, b, !Ref AWS::NoValue]", 2],
  ["!Length [a, !Ref Team]", "?Fn::Length"],
  ["{ 'Fn::Length': !Ref Zones }", 2],
  ["!ToJsonString { A: [!Ref Size] }", { A: ["3"] }],
  ["'{{resolve:ssm:/path/name}}'", "?resolve:ssm"],
  ["!Include other.yaml", "?Fn::Include"],
];

describe("a value of a template", () => {
  it.each(rows)("%s", async (written, becomes) => {
    const plain: unknown = JSON.parse(
      JSON.stringify(await read(written.replaceAll("~{", "${"))).replaceAll("${", "~{"),
    );
    expect(plain).toEqual(becomes);
  });
});

describe("what is read of a template", () => {
  it("tells the account where the host knows it", async () => {
    const text = JSON.stringify({
      Resources: { A: { Type: "AWS::Odd::Thing", Properties: { V: { Ref: "AWS::AccountId" } } } },
    });
    const plan = await planOf(text, undefined, "t.json", { account: "111122223333" });
    expect(plan.changes.map((one) => told(field(one.after, "V")))).toEqual(["111122223333"]);
  });

  it("keeps the default of a hidden parameter from being told", async () => {
    const parameters =
      "Parameters:\n  Pw: { Type: String, NoEcho: true, Default: hunter2 }\n  Open: { Type: String, Default: x }\n";
    const plan = await planOf(`${parameters}Resources:\n  A: { Type: AWS::IAM::User }\n`, undefined, "t.yaml");
    expect([...plan.secrets]).toEqual(["hunter2"]);
  });

  it("brings the members of a mapping along that is merged into another", async () => {
    const text = "Resources:\n  A: &a\n    Type: AWS::IAM::User\n    Properties: { UserName: a }\n  B:\n    <<: *a\n";
    const plan = await planOf(text, undefined, "t.yaml");
    expect(plan.changes.map((one) => [one.address, told(field(one.after, "UserName"))])).toEqual([
      ["A", "a"],
      ["B", "a"],
    ]);
  });

  it("has resources that set nothing", async () => {
    const text =
      "Resources:\n  A: { Type: AWS::IAM::User }\n  B:\n    Type: AWS::IAM::User\n    Properties:\n  C: { Type: AWS::IAM::User, Properties: !Ref AWS::NoValue }\n";
    const plan = await planOf(text, undefined, "t.yaml");
    expect(plan.changes.map((one) => [one.address, told(one.after)])).toEqual([
      ["A", {}],
      ["B", {}],
      ["C", {}],
    ]);
  });
});
