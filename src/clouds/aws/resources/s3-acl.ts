import { literalText } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import { knownText } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { About } from "../link/targets.ts";
import { addMadePolicy, type MadeStatement, text } from "./made-policy.ts";
import type { ResourceType } from "./resource-type.ts";

type Access = "READ" | "WRITE" | "READ_ACP" | "WRITE_ACP";

/** What each permission lets its grantee do. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions */
const onBucket: Readonly<Record<Access, readonly string[]>> = {
  READ: ["s3:ListBucket"],
  WRITE: ["s3:PutObject", "s3:DeleteObject"],
  READ_ACP: ["s3:GetBucketAcl"],
  WRITE_ACP: ["s3:PutBucketAcl"],
};
const onObject: typeof onBucket = {
  READ: ["s3:GetObject"],
  WRITE: [],
  READ_ACP: ["s3:GetObjectAcl"],
  WRITE_ACP: ["s3:PutObjectAcl"],
};

/** Lists that S3 has ready; those that are not here give nobody anything but the owner. */
const ready: Readonly<Record<string, readonly (readonly [who: string, access: Access])[]>> = {
  "public-read": [["*", "READ"]],
  "public-read-write": [
    ["*", "READ"],
    ["*", "WRITE"],
  ],
  "authenticated-read": [["*", "READ"]],
  "aws-exec-read": [["ec2.amazonaws.com", "READ"]],
  "log-delivery-write": [["logging.s3.amazonaws.com", "WRITE"]],
};

/** Groups of grantees. Whoever has any account at all is authenticated. */
const groups: readonly (readonly [suffix: string, who: string])[] = [
  ["/global/AllUsers", "*"],
  ["/global/AuthenticatedUsers", "*"],
  ["/s3/LogDelivery", "logging.s3.amazonaws.com"],
];

interface Row {
  readonly terraform: string;
  /** Where grants stand, and what in each tells the permission and the grantee. */
  readonly grants?: { readonly at: string; readonly permission: string; readonly grantee: string };
  readonly actions: typeof onBucket;
  /** Whether the resource is the bucket, says what the bucket's list is, or is something in the bucket. */
  readonly about: "itself" | "bucket" | "inside";
}

const rows: readonly Row[] = [
  {
    terraform: "aws_s3_bucket",
    grants: { at: "grant", permission: "permissions", grantee: "" },
    actions: onBucket,
    about: "itself",
  },
  {
    terraform: "aws_s3_bucket_acl",
    grants: { at: "access_control_policy.grant", permission: "permission", grantee: "grantee" },
    actions: onBucket,
    about: "bucket",
  },
  { terraform: "aws_s3_object", actions: onObject, about: "inside" },
  { terraform: "aws_s3_bucket_object", actions: onObject, about: "inside" },
  {
    terraform: "aws_s3_object_copy",
    grants: { at: "grant", permission: "permissions", grantee: "" },
    actions: onObject,
    about: "inside",
  },
];

const lists: readonly ResourceType[] = rows.map((row) => ({
  terraform: row.terraform,
  contribute(resource, linking) {
    const made = [...readyList(resource, row), ...grantsOf(resource, row)];
    if (made.length === 0 && row.about !== "bucket") return;
    const id = addMadePolicy(resource, linking, literalText("acl"), made, "acl");
    const about = listOf(resource);
    if (row.about === "itself") linking.collect((targets) => targets.own(id, resource, "acl"));
    else if (row.about === "bucket") linking.collect((targets) => targets.policy(id, about, resource));
    else linking.collect((targets) => targets.beside(id, about, resource));
  },
  ...(row.about === "bucket" && {
    vanish(resource, linking) {
      linking.collect((targets) => targets.cleared(listOf(resource), resource));
    },
  }),
}));

function listOf(resource: Resource): About {
  return { of: attribute(resource, "bucket"), kind: "bucket", part: "acl" };
}

function readyList(resource: Resource, { actions }: Row): readonly MadeStatement[] {
  const tree = field(resource.values, "acl");
  if (!isSet(tree)) return [];
  const name = kebabCase(knownText(textOf(tree)));
  // Nobody knows yet whom it lets in, nor to what.
  if (name === undefined) return [{ principals: [tree], actions: [tree], conditions: [] }];
  return (ready[name] ?? []).map(([who, access]) => ({
    principals: [text(who, tree.at)],
    actions: actions[access].map((action) => text(action, tree.at)),
    conditions: [],
  }));
}

/** CloudFormation says `PublicRead`. */
function kebabCase(name: string | undefined): string | undefined {
  return name?.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
}

function grantsOf(resource: Resource, { grants, actions }: Row): readonly MadeStatement[] {
  if (grants === undefined) return [];
  return leavesAt(resource.values, grants.at)
    .flatMap(elements)
    .filter(isSet)
    .map((grant) => ({
      principals: granteesOf(grants.grantee === "" ? grant : field(grant, grants.grantee)),
      actions: elements(field(grant, grants.permission)).flatMap((one) => actionsOf(one, actions)),
      conditions: [],
    }));
}

function granteesOf(grantee: Tree): readonly Tree[] {
  if (grantee.kind === "unknown") return [grantee];
  const named = ["uri", "id", "email_address", "email"].map((name) => field(grantee, name));
  return named.filter((tree) => isSet(tree) && textOf(tree)?.length !== 0).map(asPrincipal);
}

function asPrincipal(tree: Tree): Tree {
  const uri = knownText(textOf(tree));
  const group = groups.find(([suffix]) => uri?.endsWith(suffix));
  return group === undefined ? tree : text(group[1], tree.at);
}

function actionsOf(permission: Tree, actions: typeof onBucket): readonly Tree[] {
  const name = knownText(textOf(permission));
  if (name === undefined) return [permission];
  const all = name === "FULL_CONTROL" ? Object.values(actions).flat() : (actions[name as Access] ?? []);
  return all.map((action) => text(action, permission.at));
}

export default lists;
