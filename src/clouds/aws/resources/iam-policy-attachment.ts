import { field } from "#model/tree.ts";
import { attach } from "../link/attach.ts";
import { attribute } from "../link/resource.ts";
import { listedHolders } from "./listed-holders.ts";
import type { ResourceType } from "./resource-type.ts";

/** Attaches one policy to many identities, and takes it from all others of the account. */
const policyAttachment: ResourceType = {
  terraform: "aws_iam_policy_attachment",
  contribute(resource, linking) {
    const policyText = attribute(resource, "policy_arn") ?? [];
    const tree = field(resource.values, "policy_arn");
    for (const holder of listedHolders(resource, linking)) {
      attach(resource, tree, { ...holder, kind: "grants", policyText }, linking);
    }
  },
};

export default [policyAttachment] satisfies readonly ResourceType[];
