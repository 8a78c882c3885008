import { literalText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { numberIn } from "../link/numbers.ts";
import { untaggable } from "../link/tags.ts";
import type { ResourceType } from "./resource-type.ts";

/** One for all users of an account. Numbers that nobody sets are those of IAM. https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html */
const passwordPolicy: ResourceType = {
  terraform: "aws_iam_account_password_policy",
  contribute(resource, linking) {
    const subject = linking.graph.subject(resource.change, "aws", {
      name: literalText(resource.change.name),
      tags: untaggable,
      ...linking.world.accountFacts(resource),
    });
    const limit = <T>(name: string, otherwise: T) => numberIn(field(resource.values, name), otherwise);
    linking.graph.addPasswordPolicy({
      ...subject,
      kind: "password-policy",
      length: limit("minimum_password_length", 6),
      remembered: limit("password_reuse_prevention", undefined),
      days: limit("max_password_age", undefined),
    });
  },
};

export default [passwordPolicy] satisfies readonly ResourceType[];
