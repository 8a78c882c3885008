import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isUnderstood } from "#clouds/aws/resources/index.ts";
import { templateGraph } from "./template-graph.ts";

/** A table of what each property of CloudFormation's types says about access: type, kind, path. It is no part of this project. */
const file = fileURLToPath(
  new URL("../../../shared/reference/data/cloudformation-identity-types.tsv", import.meta.url),
);

/** Kinds of rows that say nothing about who may do what by themselves, as of 2026-09-29. */
const silent = new Set([
  // Facts about a resource: its ARN, its tags, the accounts that it is about.
  ...["arn-template", "tags", "tags?", "account-or-org-ref"],
  // Ids that a resource has for others, of which most have nothing to do with trust.
  "external-id",
  // Look like policies, and say what is kept, copied or scaled.
  "other-policy",
]);

/** Types that are not judged as resources, each with the reason, as of 2026-09-29. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(Custom|Alexa)::/, "runs a program of its author, or belongs to somebody else: a notice says so"],
  [/^AWS::Serverless::/, "becomes other resources, which are judged"],
  [/^AWS::CloudFormation::(Stack|CustomResource)$/, "is read as another template, or as a custom resource"],
  [/^AWS::EC2::SecurityGroup(In|E)gress$/, "is about networks"],
  [/^AWS::DMS::InstanceProfile$/, "tells where DMS runs, and is no profile of IAM"],
  [
    /^AWS::(AppStream::(User|StackUserAssociation)|WorkSpacesWeb::Portal|DocDBElastic::Cluster|IoT::DomainConfiguration)$/,
    "how its own users sign in",
  ],
  [
    /^AWS::(Bedrock::DataSource|CodeBuild::SourceCredential|Events::Connection|Glue::Connection)$/,
    "how it signs in elsewhere",
  ],
  [/^AWS::(AppSync::ChannelNamespace|ApiGatewayV2::ApiGatewayManagedOverrides)$/, "is a part of an API that is judged"],
  [/^AWS::VpcLattice::Service(Network)?$/, "answers inside of networks; its policy is judged"],
];

const rows = existsSync(file)
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
  : [];

/** Kinds of rows that hold a document with statements of IAM's language. */
const holds = new Set([
  ...["identity-policy-document", "resource-policy-document", "trust-policy"],
  ...["org-policy-document", "iot-policy-document"],
]);

const documents = rows.flatMap(([type = "", kind = "", path = ""]) =>
  holds.has(kind) && !type.startsWith("AWS::Serverless::") ? [[type, path] as const] : [],
);

const statement = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };

/** A value at a path such as `Replicas[].ResourcePolicy`. */
function nested([step, ...rest]: readonly string[], value: object): object {
  if (step === undefined) return value;
  const inner = nested(rest, value);
  return { [step.replace("[]", "")]: step.endsWith("[]") ? [inner] : inner };
}

describe.skipIf(rows.length === 0)("the table of what types say about access (skipped where it is absent)", () => {
  const types = new Set(rows.filter(([, kind = ""]) => !silent.has(kind)).map(([type = ""]) => type));
  const missing = [...types].filter((type) => !isUnderstood(type, "cloudformation"));

  it("has no type that is not judged without a reason", () => {
    expect(types.size).toBe(529);
    expect(missing.filter((type) => !reasons.some(([pattern]) => pattern.test(type)))).toEqual([]);
  });

  it.each(documents)("%s %s is read", async (type, path) => {
    const document = nested(path.split("."), { Version: "2012-10-17", Statement: [statement] });
    const properties = { ...document, ...(type === "AWS::IAM::Policy" && { Roles: ["somebody"] }) };
    const bytes = Buffer.from(JSON.stringify({ Resources: { X: { Type: type, Properties: properties } } }));
    const graph = await templateGraph("template.json", bytes);
    const pointer = `/Resources/X/Properties/${path.replaceAll("[]", "/0").replaceAll(".", "/")}`;
    const policies = graph.policies.map((one) => one.at.pointer);
    const trust = graph.trust.map((one) => one.at.pointer.replace("/Statement/0", ""));
    expect([...policies, ...trust]).toEqual([pointer]);
  });

  it.each(reasons)("%s: %s", (pattern) => {
    expect(missing.some((type) => pattern.test(type))).toBe(true);
  });
});
