import type { Text } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { attach, isSet } from "../link/attach.ts";
import { join } from "../link/join.ts";
import { attribute, literal, written } from "../link/resource.ts";
import { directoryGroup, directoryUser } from "./directory-sorts.ts";
import type { ResourceType } from "./resource-type.ts";

/** People who look at data: each has a role, or a policy, in an application that knows them from a directory. */
const grafana: ResourceType = {
  terraform: "aws_grafana_role_association",
  contribute(resource, linking) {
    const groupText = attribute(resource, "role") ?? [];
    for (const [name, sort] of [
      ["user_ids", directoryUser],
      ["group_ids", directoryGroup],
    ] as const)
      for (const memberText of textsIn(field(resource.values, name))) {
        const member = linking.identity(memberText, sort, resource);
        join(resource, { memberText, member, groupText, group: undefined }, linking);
      }
  },
};

const quickSightRole: ResourceType = {
  terraform: "aws_quicksight_role_membership",
  contribute(resource, linking) {
    const memberText = attribute(resource, "member_name") ?? [];
    const groupText = attribute(resource, "role") ?? [];
    join(resource, { memberText, member: undefined, groupText, group: undefined }, linking);
  },
};

/** What users and groups of QuickSight may do with data in AWS. */
const quickSightPolicy: ResourceType = {
  terraform: "aws_quicksight_iam_policy_assignment",
  contribute(resource, linking) {
    const identities = field(resource.values, "identities");
    const policyText = attribute(resource, "policy_arn") ?? [];
    if (policyText.length === 0) return;
    const named = ["user", "group"].flatMap((name) => textsIn(field(identities, name)));
    for (const [i, toText] of named.entries()) {
      const what = {
        id: `${resource.change.address}#${i}`,
        kind: "grants",
        to: undefined,
        toText,
        policyText,
      } as const;
      attach(resource, field(resource.values, "policy_arn"), what, linking);
    }
  },
};

/** The policy of a session in an EMR studio: the most that one user or group can do there. */
const studio: ResourceType = {
  terraform: "aws_emr_studio_session_mapping",
  cloudformation: "AWS::EMR::StudioSessionMapping",
  contribute(resource, linking) {
    const toText = textOf(written(resource, "identity_id")) ?? attribute(resource, "identity_name") ?? [];
    const sort = literal(resource, "identity_type") === "GROUP" ? directoryGroup : directoryUser;
    const policyText = attribute(resource, "session_policy_arn") ?? [];
    const to = linking.identity(toText, sort, resource);
    const what = { id: resource.change.address, kind: "bounds", to, toText, policyText } as const;
    attach(resource, field(resource.values, "session_policy_arn"), what, linking);
  },
};

function textsIn(tree: Tree): readonly Text[] {
  return elements(tree)
    .filter(isSet)
    .flatMap((one) => {
      const text = textOf(one);
      return text === undefined ? [] : [text];
    });
}

export default [grafana, quickSightRole, quickSightPolicy, studio] satisfies readonly ResourceType[];
