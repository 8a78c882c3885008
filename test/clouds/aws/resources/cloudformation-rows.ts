import { showText } from "#model/text.ts";
import { hole } from "#model/value.ts";

/** Resources by logical id, as a template has them. */
export type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

/** A resource `X` in CloudFormation's words, what the graph has to say about it, and what stands beside it. */
export type CloudFormationRow = readonly [
  type: string,
  properties: object,
  facts: readonly string[],
  more?: {
    readonly beside?: Resources;
    /** The resource that the facts are about, where it is not `X`. */
    readonly at?: string;
  },
];

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const document = { Version: "2012-10-17", Statement: [statement] };
const open = {
  Version: "2012-10-17",
  Statement: [
    { ...statement, Principal: "*" },
    { ...statement, Principal: "*" },
  ],
};
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const ref = (id: string) => ({ Ref: id });
const arnOf = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
const role = { Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust } } };
const user = { User: { Type: "AWS::IAM::User", Properties: { UserName: "ann" } } };
const group = { Group: { Type: "AWS::IAM::Group" } };
const policies = [{ PolicyName: "p", PolicyDocument: document }];
const inline = ["inline identity policy with 1 statements", "grants X#inline_policy/0 to X"];
const unnamed = showText([hole("computed-at-apply")]);

const ruled = ["inline resource policy with 2 statements", "is ruled by X#policy"];
const ruledByX = ["is ruled by X#policy"];

/** From the reference of CloudFormation's types. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
export const cloudFormationRows: readonly CloudFormationRow[] = [
  // Identities, and what stands in them.
  [
    "AWS::IAM::Role",
    { RoleName: "ci", AssumeRolePolicyDocument: trust, Policies: policies, ManagedPolicyArns: [ref("P")] },
    ["managed role ci, machine: yes", "trusts ec2.amazonaws.com", ...inline, "grants P to X"],
    { beside: { P: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: document } } } },
  ],
  [
    "AWS::IAM::Role",
    { AssumeRolePolicyDocument: trust, PermissionsBoundary: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    [
      `managed role ${unnamed}, machine: yes`,
      "trusts ec2.amazonaws.com",
      "bounds arn:aws:iam::aws:policy/ReadOnlyAccess to X",
    ],
  ],
  [
    "AWS::IAM::User",
    { UserName: "ann", Policies: policies, Groups: [ref("Group")] },
    ["managed user ann, machine: yes", ...inline, "X is in Group"],
    { beside: group },
  ],
  [
    "AWS::IAM::User",
    { UserName: "ann", LoginProfile: { Password: "x", PasswordResetRequired: true } },
    ["managed user ann, machine: no", "password of X"],
  ],
  [
    "AWS::IAM::Group",
    { GroupName: "ops", Policies: policies, ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
    ["managed group ops, machine: no", ...inline, "grants arn:aws:iam::aws:policy/ReadOnlyAccess to X"],
  ],
  [
    "AWS::IAM::ServiceLinkedRole",
    { AWSServiceName: "ecs.amazonaws.com" },
    ["managed role ecs.amazonaws.com, machine: yes", "service-linked"],
  ],
  // Policies and who gets them.
  [
    "AWS::IAM::ManagedPolicy",
    { ManagedPolicyName: "p", PolicyDocument: document, Roles: [ref("Role")], Users: ["ann"] },
    ["customer identity policy with 1 statements", "grants X to Role", "grants X to User"],
    { beside: { ...role, ...user } },
  ],
  [
    "AWS::IAM::Policy",
    { PolicyName: "p", PolicyDocument: document, Roles: [ref("Role")], Groups: [ref("Group")] },
    [
      "inline identity policy with 1 statements",
      "inline identity policy with 1 statements",
      "grants X#roles/0 to Role",
      "grants X#groups/0 to Group",
    ],
    { beside: { ...role, ...group } },
  ],
  [
    "AWS::IAM::RolePolicy",
    { PolicyName: "p", RoleName: ref("Role"), PolicyDocument: document },
    ["inline identity policy with 1 statements", "grants X to Role"],
    { beside: role },
  ],
  [
    "AWS::IAM::UserPolicy",
    { PolicyName: "p", UserName: "ann", PolicyDocument: document },
    ["inline identity policy with 1 statements", "grants X to User"],
    { beside: user },
  ],
  [
    "AWS::IAM::GroupPolicy",
    { PolicyName: "p", GroupName: ref("Group"), PolicyDocument: document },
    ["inline identity policy with 1 statements", "grants X to Group"],
    { beside: group },
  ],
  [
    "AWS::IAM::UserToGroupAddition",
    { GroupName: ref("Group"), Users: [ref("User")] },
    ["User is in Group"],
    { beside: { ...user, ...group } },
  ],
  ["AWS::IAM::AccessKey", { UserName: ref("User") }, ["access-key of User"], { beside: user }],
  ["AWS::IAM::ServerCertificate", { ServerCertificateName: "x" }, ["certificate of nobody"]],
  ["AWS::IAM::VirtualMFADevice", { Users: [ref("User")] }, ["mfa-device of nobody"], { beside: user }],
  [
    "AWS::IAM::OIDCProvider",
    { Url: "https://token.example.com" },
    ["managed role ci, machine: yes", "trusts X"],
    {
      at: "Ci",
      beside: {
        Ci: {
          Type: "AWS::IAM::Role",
          Properties: {
            RoleName: "ci",
            AssumeRolePolicyDocument: {
              Statement: {
                Effect: "Allow",
                Principal: { Federated: ref("X") },
                Action: "sts:AssumeRoleWithWebIdentity",
              },
            },
          },
        },
      },
    },
  ],
  // What runs as a role.
  [
    "AWS::IAM::InstanceProfile",
    { Roles: [ref("Role")] },
    ["runs as Role (instance profile)"],
    {
      at: "Machine",
      beside: { ...role, Machine: { Type: "AWS::EC2::Instance", Properties: { IamInstanceProfile: ref("X") } } },
    },
  ],
  ["AWS::Lambda::Function", { Role: arnOf("Role") }, ["runs as Role (execution role)"], { beside: role }],
  // Policies of resources.
  ["AWS::KMS::Key", { KeyPolicy: open }, ruled],
  ["AWS::KMS::ReplicaKey", { KeyPolicy: open }, ruled],
  ["AWS::ECR::Repository", { RepositoryName: "r", RepositoryPolicyText: open }, ruled],
  ["AWS::ECR::PublicRepository", { RepositoryName: "r", RepositoryPolicyText: open }, ruled],
  ["AWS::ECR::RegistryPolicy", { PolicyText: open }, ruled],
  [
    "AWS::S3::BucketPolicy",
    { Bucket: ref("Files"), PolicyDocument: open },
    [
      "inline resource policy with 1 statements",
      "is ruled by X#policy, Files#acl",
      "cuts public access off: yes",
      "turns its list off: no",
    ],
    {
      at: "Files",
      beside: {
        Files: {
          Type: "AWS::S3::Bucket",
          Properties: {
            AccessControl: "PublicRead",
            PublicAccessBlockConfiguration: { RestrictPublicBuckets: "true", IgnorePublicAcls: false },
          },
        },
      },
    },
  ],
  ["AWS::S3::BucketPolicy", { Bucket: "elsewhere", PolicyDocument: open }, ruled],
  [
    "AWS::S3::Bucket",
    { AccessControl: "PublicReadWrite" },
    ["inline resource policy with 2 statements", "is ruled by X#acl"],
  ],
  [
    "AWS::S3::Bucket",
    {
      AccessControl: "PublicRead",
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
    },
    ["inline resource policy with 1 statements", "is ruled by X#acl", "turns its list off: yes"],
  ],
  [
    "AWS::SQS::QueuePolicy",
    { Queues: [ref("One"), ref("Other")], PolicyDocument: open },
    ruledByX,
    { at: "Other", beside: { One: { Type: "AWS::SQS::Queue" }, Other: { Type: "AWS::SQS::Queue" } } },
  ],
  [
    "AWS::SQS::QueueInlinePolicy",
    { Queue: ref("Jobs"), PolicyDocument: open },
    ruledByX,
    { at: "Jobs", beside: { Jobs: { Type: "AWS::SQS::Queue", Properties: { QueueName: "jobs" } } } },
  ],
  [
    "AWS::SNS::TopicPolicy",
    { Topics: [ref("Topic")], PolicyDocument: open },
    ruledByX,
    { at: "Topic", beside: { Topic: { Type: "AWS::SNS::Topic" } } },
  ],
  [
    "AWS::SNS::TopicInlinePolicy",
    { TopicArn: ref("Topic"), PolicyDocument: open },
    ruledByX,
    { at: "Topic", beside: { Topic: { Type: "AWS::SNS::Topic" } } },
  ],
  [
    "AWS::SecretsManager::ResourcePolicy",
    { SecretId: ref("Secret"), ResourcePolicy: open },
    ruledByX,
    { at: "Secret", beside: { Secret: { Type: "AWS::SecretsManager::Secret" } } },
  ],
  [
    "AWS::Lambda::Permission",
    { FunctionName: ref("Run"), Principal: "*", Action: "lambda:InvokeFunction", PrincipalOrgID: "o-1" },
    ["runs as Role (execution role)", "is ruled by X#policy"],
    { at: "Run", beside: { ...role, Run: { Type: "AWS::Lambda::Function", Properties: { Role: arnOf("Role") } } } },
  ],
  ["AWS::SQS::QueuePolicy", { Queues: [{ "Fn::ImportValue": "queue" }], PolicyDocument: open }, ruled],
];
