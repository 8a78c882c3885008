/** What the bootstrap of one account and region is made for. */
export interface Bootstrapped {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  /** Tells several bootstraps of one place apart: `hnb659fds`, unless an app says otherwise. */
  readonly qualifier: string;
}

/** What the roles of a bootstrap are for: the part of their names that tells it. */
export type BootstrapUse = "deploy" | "cfn-exec" | "lookup" | "file-publishing" | "image-publishing";

/** A role as the properties of AWS::IAM::Role. */
export type RoleProperties = Readonly<Record<string, unknown>>;

/** The version that a bootstrap stack tells of itself. */
export const bootstrapVersion = 32;

/** The roles of the template of `cdk bootstrap` say this of themselves, too. */
const roleTag = "aws-cdk:bootstrap-role";

const reading = ["s3:GetObject*", "s3:GetBucket*", "s3:List*"];
const writing = ["s3:DeleteObject*", "s3:PutObject*", "s3:Abort*"];
const usingKey = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

/**
 * The roles that `cdk bootstrap` makes, when it is given nothing but a qualifier: version 32 of its template, of 2026-08-21. Further accounts may be let in
 * (`--trust`), and CloudFormation may be given less (`--cloudformation-execution-policies`), of which an assembly tells nothing.
 * https://github.com/aws/aws-cdk-cli/blob/7ff50e77f/packages/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml
 */
export const bootstrapRoles: Readonly<Record<BootstrapUse, (place: Bootstrapped) => RoleProperties>> = {
  deploy: (place) => ({
    AssumeRolePolicyDocument: callers(place),
    ManagedPolicyArns: [managed(place, "AWSCloudFormationReadOnlyAccess")],
    Policies: [inline("default", deployment(place))],
    Tags: tagged("deploy"),
  }),
  "cfn-exec": (place) => ({
    AssumeRolePolicyDocument: document([
      { Effect: "Allow", Principal: { Service: "cloudformation.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]),
    ManagedPolicyArns: [managed(place, "AdministratorAccess")],
  }),
  lookup: (place) => ({
    AssumeRolePolicyDocument: callers(place),
    ManagedPolicyArns: [managed(place, "ReadOnlyAccess")],
    Policies: [inline("LookupRolePolicy", [{ Effect: "Deny", Action: "kms:Decrypt", Resource: "*" }])],
    Tags: tagged("lookup"),
  }),
  "file-publishing": (place) => ({
    AssumeRolePolicyDocument: callers(place),
    Policies: [inline(`${nameOf("file-publishing", place)}-default-policy`, publishingFiles(place))],
    Tags: tagged("file-publishing"),
  }),
  "image-publishing": (place) => ({
    AssumeRolePolicyDocument: callers(place),
    Policies: [inline(`${nameOf("image-publishing", place)}-default-policy`, publishingImages(place))],
    Tags: tagged("image-publishing"),
  }),
};

export function nameOf(use: BootstrapUse, { qualifier, account, region }: Bootstrapped): string {
  return `cdk-${qualifier}-${use}-role-${account}-${region}`;
}

/** Whoever may call STS in the account itself, but nobody on behalf of a third party. */
function callers({ partition, account }: Bootstrapped) {
  const Principal = { AWS: `arn:${partition}:iam::${account}:root` };
  return document([
    { Effect: "Allow", Principal, Action: "sts:AssumeRole", Condition: { Null: { "sts:ExternalId": "true" } } },
    { Effect: "Allow", Principal, Action: "sts:TagSession" },
  ]);
}

function deployment(place: Bootstrapped): readonly object[] {
  const { partition, account, region, qualifier } = place;
  const stacks = ["CreateChangeSet", "DeleteChangeSet", "ExecuteChangeSet", "CreateStack", "UpdateStack"];
  const more = ["RollbackStack", "ContinueUpdateRollback", "DeleteStack", "UpdateTerminationProtection"];
  const refactoring = ["CreateStackRefactor", "ExecuteStackRefactor"];
  const through = { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } };
  return [
    allow(
      [...stacks, ...more, ...refactoring].map((one) => `cloudformation:${one}`),
      "*",
    ),
    allow("sts:GetCallerIdentity", "*"),
    allow([...reading, ...writing], "*", { StringNotEquals: { "s3:ResourceAccount": account } }),
    allow(usingKey, "*", through),
    allow("iam:PassRole", `arn:${partition}:iam::${account}:role/${nameOf("cfn-exec", place)}`),
    allow(reading, bucket(place)),
    allow(
      ["ssm:GetParameter", "ssm:GetParameters"],
      `arn:${partition}:ssm:${region}:${account}:parameter/cdk-bootstrap/${qualifier}/version`,
    ),
  ];
}

function publishingFiles(place: Bootstrapped): readonly object[] {
  const { partition, account, region } = place;
  return [
    allow([...reading, ...writing, "s3:GetEncryptionConfiguration"], bucket(place), {
      StringEquals: { "aws:ResourceAccount": [account] },
    }),
    // The key of S3 itself, unless a key is asked for.
    allow(usingKey, `arn:${partition}:kms:${region}:${account}:key/AWS_MANAGED_KEY`),
  ];
}

function publishingImages({ partition, account, region, qualifier }: Bootstrapped): readonly object[] {
  const upload = ["PutImage", "InitiateLayerUpload", "UploadLayerPart", "CompleteLayerUpload"];
  const look = ["BatchCheckLayerAvailability", "DescribeRepositories", "DescribeImages", "BatchGetImage"];
  const actions = [...upload, ...look, "GetDownloadUrlForLayer"].map((one) => `ecr:${one}`);
  const repository = `cdk-${qualifier}-container-assets-${account}-${region}`;
  return [
    allow(actions, `arn:${partition}:ecr:${region}:${account}:repository/${repository}`),
    allow("ecr:GetAuthorizationToken", "*"),
  ];
}

function bucket({ partition, account, region, qualifier }: Bootstrapped): readonly string[] {
  const arn = `arn:${partition}:s3:::cdk-${qualifier}-assets-${account}-${region}`;
  return [arn, `${arn}/*`];
}

function allow(Action: string | readonly string[], Resource: string | readonly string[], Condition?: object) {
  return { Effect: "Allow", Action, Resource, ...(Condition !== undefined && { Condition }) };
}

function document(Statement: readonly object[]) {
  return { Version: "2012-10-17", Statement };
}

function inline(PolicyName: string, statements: readonly object[]) {
  return { PolicyName, PolicyDocument: document(statements) };
}

function managed({ partition }: Bootstrapped, name: string): string {
  return `arn:${partition}:iam::aws:policy/${name}`;
}

function tagged(use: BootstrapUse) {
  return [{ Key: roleTag, Value: use }];
}
