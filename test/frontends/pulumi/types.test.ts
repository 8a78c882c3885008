import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listDate } from "#frontends/pulumi/types.ts";
import { field } from "#model/tree.ts";
import { plain, planOf } from "../support.ts";
import { made, preview } from "./support.ts";

/** Tokens with the types of Terraform and CloudFormation that they mean, after the documentation of both. */
const tokens: readonly (readonly [token: string, type: string])[] = [
  ["aws:iam/role:Role", "aws_iam_role"],
  ["aws:iam/openIdConnectProvider:OpenIdConnectProvider", "aws_iam_openid_connect_provider"],
  ["aws:iam/sshKey:SshKey", "aws_iam_user_ssh_key"],
  ["aws:s3/bucket:Bucket", "aws_s3_bucket"],
  ["aws:s3/bucketV2:BucketV2", "aws_s3_bucket"],
  ["aws:s3/bucketAclV2:BucketAclV2", "aws_s3_bucket_acl"],
  ["aws:s3/bucketObjectv2:BucketObjectv2", "aws_s3_object"],
  ["aws:ec2/instance:Instance", "aws_instance"],
  ["aws:rds/cluster:Cluster", "aws_rds_cluster"],
  ["aws:rds/instance:Instance", "aws_db_instance"],
  ["aws:apigateway/restApi:RestApi", "aws_api_gateway_rest_api"],
  ["aws:apigateway/method:Method", "aws_api_gateway_method"],
  ["aws:amp/workspace:Workspace", "aws_prometheus_workspace"],
  ["aws:cloudwatch/eventBus:EventBus", "aws_cloudwatch_event_bus"],
  ["aws:bedrock/agentAgent:AgentAgent", "aws_bedrockagent_agent"],
  ["gcp:projects/iAMMember:IAMMember", "google_project_iam_member"],
  ["azure:authorization/assignment:Assignment", "azurerm_role_assignment"],
  ["azure-native:authorization/v20220401:RoleAssignment", "azurerm_role_assignment"],
  ["azuread:index/application:Application", "azuread_application"],
  ["kubernetes:core/v1:ServiceAccount", "kubernetes_service_account_v1"],
  ["github:index/actionsSecret:ActionsSecret", "github_actions_secret"],
  ["aws-native:iam:Role", "AWS::IAM::Role"],
  ["aws-native:iam:OidcProvider", "AWS::IAM::OIDCProvider"],
  ["aws-native:rds:DbInstance", "AWS::RDS::DBInstance"],
  ["aws-native:lambda:Function", "AWS::Lambda::Function"],
  ["aws-native:secretsmanager:ResourcePolicy", "AWS::SecretsManager::ResourcePolicy"],
];

async function only(token: string, inputs: object) {
  const { changes } = await planOf(preview([made(token, "a", inputs)]));
  return changes[0];
}

it("the table of tokens has the day that its sources are told with", () => {
  const told = readFileSync(new URL("../../../data/README.md", import.meta.url), "utf8");
  const row = told.split("\n").find((line) => line.includes("frontends/pulumi/data/tokens.generated.ts"));
  expect(row).toContain(`| ${listDate} |`);
});

describe("a token of Pulumi", () => {
  it.each(tokens)("%s is %s", async (token, type) => {
    const change = await only(token, {});
    expect([change?.type, change?.dialect]).toEqual([type, type.includes("::") ? "cloudformation" : "terraform"]);
  });

  it.each(["acme:iam:Team", "pulumi:pulumi:Stack", "pulumi:providers:aws", "awsx:ecs:FargateService", "odd"])(
    "%s is no resource of a cloud",
    async (token) => {
      expect(await only(token, {})).toBeUndefined();
    },
  );

  it("lets go of a type that nobody wants, also where Terraform's name has no service", async () => {
    const wants = (type: string) => type !== "aws_vpc" && type !== "aws_ecs_cluster";
    const steps = [
      made("aws:ec2/vpc:Vpc", "a", {}),
      made("aws:ecs/cluster:Cluster", "b", {}),
      made("aws:iam/role:Role", "c", {}),
    ];
    const plan = await planOf(preview(steps), wants);
    expect([plan.resources, plan.changes.map((one) => one.name)]).toEqual([3, ["c"]]);
  });
});

/** Properties of a token in Terraform's words. */
const properties: readonly (readonly [token: string, inputs: object, read: object])[] = [
  [
    "aws:iam/role:Role",
    { inlinePolicies: [{ name: "a", policy: "{}" }] },
    { inline_policy: [{ name: "a", policy: "{}" }] },
  ],
  ["aws:iam/openIdConnectProvider:OpenIdConnectProvider", { clientIdLists: ["a"] }, { client_id_list: ["a"] }],
  [
    "aws:lambda/function:Function",
    { name: "f", environment: { variables: { TABLE_NAME: "x", someKey: "y" } } },
    { function_name: "f", environment: { variables: { TABLE_NAME: "x", someKey: "y" } } },
  ],
  ["aws:lambda/permission:Permission", { function: "f", sourceArn: "s" }, { function_name: "f", source_arn: "s" }],
  [
    "aws:iam/role:Role",
    { tagsAll: { camelCase: "a", "with:colon": "b" } },
    { tags_all: { camelCase: "a", "with:colon": "b" } },
  ],
  [
    "aws:ecs/taskDefinition:TaskDefinition",
    { volumes: [{ efsVolumeConfiguration: { fileSystemId: "a" } }] },
    { volumes: [{ efs_volume_configuration: { file_system_id: "a" } }] },
  ],
  [
    "aws-native:iam:Role",
    {
      assumeRolePolicyDocument: {
        version: "2012-10-17",
        statement: [
          {
            effect: "Allow",
            principal: { AWS: "*" },
            action: "sts:AssumeRole",
            condition: { stringEquals: { "aws:x": "y" } },
          },
        ],
      },
      tags: [{ key: "owner", value: "a" }],
    },
    {
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: "sts:AssumeRole",
            Condition: { stringEquals: { "aws:x": "y" } },
          },
        ],
      },
      Tags: [{ Key: "owner", Value: "a" }],
    },
  ],
];

describe("properties of Pulumi", () => {
  it.each(properties)("of %s come in the words of the clouds: %j", async (token, inputs, read) => {
    const change = await only(token, inputs);
    expect(change === undefined ? undefined : plain(change.after)).toEqual(read);
  });

  it("of a block are found in the plural", async () => {
    const change = await only("aws:ecs/taskDefinition:TaskDefinition", { volumes: [{ name: "a" }], policies: "x" });
    if (change === undefined) throw new Error("no change");
    expect([plain(field(change.after, "volume")), plain(field(change.after, "policy"))]).toEqual([
      [{ name: "a" }],
      null,
    ]);
  });

  it("of aws-native are found whatever the case of their letters", async () => {
    const change = await only("aws-native:kinesisfirehose:DeliveryStream", {
      s3DestinationConfiguration: { roleArn: "r" },
    });
    if (change === undefined) throw new Error("no change");
    expect(plain(field(change.after, "S3DestinationConfiguration", "RoleARN"))).toBe("r");
  });
});
