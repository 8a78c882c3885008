import type { Credential } from "#model/identity.ts";
import { literalText, wholeText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { type Truth, truth } from "#model/truth.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

/** What proves an identity: its form, the attribute that names the user it belongs to, where there is one, and CloudFormation's name. */
const rows: readonly (readonly [string, Credential["form"], string | undefined, "tags" | "no tags", string?])[] = [
  ["aws_iam_access_key", "access-key", "user", "no tags", "AWS::IAM::AccessKey"],
  ["aws_iam_user_login_profile", "password", "user", "no tags"],
  ["aws_iam_user_ssh_key", "ssh-key", "username", "no tags"],
  ["aws_iam_signing_certificate", "certificate", "user_name", "no tags"],
  ["aws_iam_service_specific_credential", "service-password", "user_name", "no tags"],
  ["aws_iam_server_certificate", "certificate", undefined, "tags", "AWS::IAM::ServerCertificate"],
  ["aws_iam_virtual_mfa_device", "mfa-device", undefined, "tags", "AWS::IAM::VirtualMFADevice"],
];

const credentials: readonly ResourceType[] = rows.map(([terraform, form, user, tagging, cloudformation]) => ({
  terraform,
  ...(cloudformation !== undefined && { cloudformation, spelling: { user: "UserName" } }),
  contribute(resource, linking) {
    const tags = tagging === "tags" ? tagsOf(resource) : untaggable;
    const subject = linking.graph.subject(resource.change, "aws", {
      name: literalText(resource.change.name),
      tags,
      ...linking.world.accountFacts(resource),
    });
    const owner = user === undefined ? undefined : attribute(resource, user);
    const of = owner === undefined ? undefined : linking.identity(owner, "user", resource);
    linking.graph.addCredential({
      ...subject,
      kind: "credential",
      form,
      ...(of !== undefined && { of }),
      ...(owner !== undefined && { ofText: owner }),
      active: activity(resource),
      ...(form === "password" && { changedAtFirstUse: switchedOn(field(resource.values, "password_reset_required")) }),
    });
  },
}));

/** What nobody switched off can be used. */
function activity(resource: Resource): Truth {
  const status = attribute(resource, "status");
  const value = status === undefined ? undefined : wholeText(status);
  if (value === undefined) return "yes";
  if (!value.known) return value.hole.unset ? "yes" : "unknown";
  return truth(value.value !== "Inactive");
}

export default credentials;
