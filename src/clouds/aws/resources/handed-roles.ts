import type { Workload } from "#model/identity.ts";
import { literalText } from "#model/text.ts";
import { elements, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import type { Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { Spelling } from "../link/spelling.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import type { ResourceType } from "./resource-type.ts";

/** What hands roles to pods, devices, people or databases, as a resource of its own: the attribute that it is known by, and where each role is named, with what for. */
const rows: readonly (readonly [
  terraform: string,
  name: string,
  uses: Readonly<Record<string, string>>,
  tagging: "tags" | "no tags",
  cloudformation?: string,
  spelling?: Spelling,
])[] = [
  [
    "aws_eks_pod_identity_association",
    "service_account",
    { role_arn: "pod role", target_role_arn: "target role" },
    "tags",
    "AWS::EKS::PodIdentityAssociation",
  ],
  ["aws_iot_role_alias", "alias", { role_arn: "device role" }, "tags", "AWS::IoT::RoleAlias", { alias: "RoleAlias" }],
  ["aws_rolesanywhere_profile", "name", { role_arns: "certificate role" }, "tags", "AWS::RolesAnywhere::Profile"],
  [
    "aws_cognito_identity_pool_roles_attachment",
    "identity_pool_id",
    {
      "roles.authenticated": "role of users",
      "roles.unauthenticated": "role of guests",
      "role_mapping.mapping_rule.role_arn": "role by rule",
    },
    "no tags",
    "AWS::Cognito::IdentityPoolRoleAttachment",
  ],
  ["aws_db_instance_role_association", "db_instance_identifier", { role_arn: "database role" }, "no tags"],
  ["aws_rds_cluster_role_association", "db_cluster_identifier", { role_arn: "database role" }, "no tags"],
  ["aws_redshift_cluster_iam_roles", "cluster_identifier", { iam_role_arns: "cluster role" }, "no tags"],
];

const handed: readonly ResourceType[] = rows.map(([terraform, name, uses, tagging, cloudformation, spelling]) => ({
  terraform,
  ...(cloudformation !== undefined && { cloudformation }),
  ...(spelling !== undefined && { spelling }),
  contribute(resource, linking) {
    const subject = linking.graph.subject(resource.change, "aws", {
      name: attribute(resource, name) ?? literalText(resource.change.name),
      tags: tagging === "tags" ? tagsOf(resource) : untaggable,
      ...linking.world.accountFacts(resource),
    });
    const runsAs = Object.entries(uses).flatMap(([path, use]) =>
      leavesAt(resource.values, path)
        .flatMap(elements)
        .filter(isSet)
        .flatMap((tree) => useOf(tree, use, resource, linking)),
    );
    linking.graph.addWorkload({ ...subject, kind: "workload", runsAs });
  },
}));

function useOf(tree: Tree, use: string, resource: Resource, linking: Linking): Workload["runsAs"] {
  const text = textOf(tree);
  if (text === undefined || text.length === 0) return [];
  const identity = linking.identity(text, "role", resource);
  return [{ text, use, at: tree.at, ...(identity !== undefined && { identity }) }];
}

export default handed;
