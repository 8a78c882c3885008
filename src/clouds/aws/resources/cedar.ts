import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import type { ResourceType } from "./resource-type.ts";

/** Policies in a language of their own, Cedar: about users of an application, not about those who act in AWS. https://docs.cedarpolicy.com */
const rows = [
  ["aws_verifiedaccess_endpoint", "AWS::EC2::VerifiedAccessEndpoint", "policy_document"],
  ["aws_verifiedaccess_group", "AWS::EC2::VerifiedAccessGroup", "policy_document"],
  ["aws_verifiedpermissions_policy", "AWS::VerifiedPermissions::Policy", "definition.static.statement"],
  ["aws_verifiedpermissions_policy_template", "AWS::VerifiedPermissions::PolicyTemplate", "statement"],
] as const;

const cedar: readonly ResourceType[] = rows.map(([terraform, cloudformation, path]) => ({
  terraform,
  cloudformation,
  spelling: { "definition.static": "Static", "definition.static.statement": "Statement" },
  contribute({ change, values }, linking) {
    const [policy] = leavesAt(values, path).filter(isSet);
    if (policy === undefined) return;
    const message = `${change.type} holds a policy in Cedar, about users of an application, which is not read`;
    linking.graph.notice({ code: "policy-in-cedar", level: "info", message, location: policy.at });
  },
}));

export default cedar;
