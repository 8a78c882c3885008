import type { Credential } from "#model/identity.ts";
import { literalText } from "#model/text.ts";
import { attribute } from "../link/resource.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import type { ResourceType } from "./resource-type.ts";

/** What proves an identity: its form, and the attribute that names the user it belongs to, where there is one. */
const rows: readonly (readonly [string, Credential["form"], string | undefined, "tags" | "no tags"])[] = [
  ["aws_iam_access_key", "access-key", "user", "no tags"],
  ["aws_iam_user_login_profile", "password", "user", "no tags"],
  ["aws_iam_user_ssh_key", "ssh-key", "username", "no tags"],
  ["aws_iam_signing_certificate", "certificate", "user_name", "no tags"],
  ["aws_iam_service_specific_credential", "service-password", "user_name", "no tags"],
  ["aws_iam_server_certificate", "certificate", undefined, "tags"],
  ["aws_iam_virtual_mfa_device", "mfa-device", undefined, "tags"],
];

const credentials: readonly ResourceType[] = rows.map(([terraform, form, user, tagging]) => ({
  terraform,
  contribute(resource, linking) {
    const tags = tagging === "tags" ? tagsOf(resource) : untaggable;
    const subject = linking.graph.subject(resource.change, "aws", {
      name: literalText(resource.change.name),
      tags,
      ...linking.world.accountFacts(resource),
    });
    const owner = user === undefined ? undefined : attribute(resource, user);
    const of = owner === undefined ? undefined : linking.identity(owner, "user", resource);
    linking.graph.addCredential({ ...subject, kind: "credential", form, ...(of !== undefined && { of }) });
  },
}));

export default credentials;
