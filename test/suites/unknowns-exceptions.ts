import type { Breach } from "./laws.ts";

/** A hiding that breaks a law and may: what is hidden, in which case, for which rule, and why that is right. */
export interface Exception {
  readonly case: string;
  readonly hides: string;
  readonly rule: string;
  readonly law: Breach["law"];
  readonly because: string;
}

const notToldApart =
  "A plan has the same for generated inline_policy blocks that are not known as for a role that has none: the attribute is computed, and the configuration does not list generated blocks.";
const reserved =
  "Nobody but AWS makes roles under its reserved paths, so a path that is not known yet is none of them.";
const noDenial =
  "A statement that is not known yet is not taken for a denial: one of them would be enough to get any finding through the gate.";
const surelyTheSame =
  "A role lists what it has; only a policy that surely is the same one tells that it will not have it any more.";

const strangerIsAdministrator =
  "That somebody who is not known yet becomes an administrator is another rule's finding; the session is as long as before, and longer than this only for an administrator.";

/** Secrets that stand alone, by case and place. */
const spelledOut: readonly (readonly [name: string, hides: string])[] = [
  ["flags-added-by-the-change", "aws_lambda_function.one /environment/0/variables/DB_PASSWORD (opaque)"],
  ["flags-argument-of-a-module", "module.db.aws_db_instance.orders /password (kept)"],
  ["flags-argument-of-a-module", "module.db.aws_db_instance.orders /password (opaque)"],
  ["flags-beside-a-variable", "aws_lambda_function.one /environment/0/variables/DB_PASSWORD (kept)"],
  ["flags-beside-a-variable", "aws_lambda_function.one /environment/0/variables/DB_PASSWORD (opaque)"],
  ["flags-build-variable", "aws_codebuild_project.shop /environment/0/environment_variable/0/value (opaque)"],
  ["flags-content-of-a-secret", "aws_secretsmanager_secret_version.db /secret_string (opaque)"],
  ["flags-database-password", "aws_db_instance.orders /password (opaque)"],
  ["flags-default-of-a-variable", "aws_db_instance.orders /password (kept)"],
  ["flags-default-of-a-variable", "aws_db_instance.orders /password (opaque)"],
  ["flags-document-in-a-secret", "aws_secretsmanager_secret_version.db /secret_string (opaque)"],
  ["flags-environment-variable", "aws_lambda_function.one /environment/0/variables/DB_PASSWORD (opaque)"],
  ["flags-key-of-the-provider", "provider aws /access_key (opaque)"],
  ["flags-key-of-the-provider", "provider aws /secret_key (opaque)"],
  ["flags-private-key-under-another-name", "aws_lambda_function.one /environment/0/variables/SIGNING (opaque)"],
  ["flags-unchanged", "aws_lambda_function.one /environment/0/variables/DB_PASSWORD (opaque)"],
  ["flags-value-in-a-tag-too", "aws_lambda_function.one /environment/0/variables/DB_PASSWORD (opaque)"],
];

export const exceptions: readonly Exception[] = [
  {
    case: "no-full-admin: flags-inline-policy-block",
    hides: "aws_iam_role.app /inline_policy (opaque)",
    rule: "no-full-admin",
    law: "gone",
    because: notToldApart,
  },
  {
    case: "no-wildcard-action: flags-inline-policy-block",
    hides: "aws_iam_role.app /inline_policy (opaque)",
    rule: "no-wildcard-action",
    law: "gone",
    because: notToldApart,
  },
  {
    case: "no-wildcard-action: flags-o1-policies-written-into-the-role",
    hides: "aws_iam_role.app /inline_policy (opaque)",
    rule: "no-wildcard-action",
    law: "gone",
    because: notToldApart,
  },
  {
    case: "no-inline-policy: flags-block-in-the-role",
    hides: "aws_iam_role.app /inline_policy (opaque)",
    rule: "no-inline-policy",
    law: "gone",
    because: notToldApart,
  },
  {
    case: "no-admin-machine-identity: passes-identity-center-role",
    hides: "aws_iam_role.app /path (opaque)",
    rule: "require-owner",
    law: "new",
    because: reserved,
  },
  {
    case: "require-owner: passes-identity-center-role",
    hides: "aws_iam_role.sso /path (opaque)",
    rule: "require-owner",
    law: "new",
    because: reserved,
  },
  {
    case: "require-owner: flags-empty-owner-over-a-default-tag",
    hides: "aws_iam_role.app /tags (opaque)",
    rule: "require-owner",
    law: "gone",
    because:
      "A default tag gives an owner; tags that are not known may name another one, and only who means it empties the tag.",
  },
  {
    case: "no-cross-environment-trust: flags-own-tag-over-the-default-tag",
    hides: "aws_iam_role.app /tags (opaque)",
    rule: "no-cross-environment-trust",
    law: "gone",
    because:
      "A default tag tells the environment: one tag that is not known hides all tags of a resource, and few name another environment than their provider.",
  },
  {
    case: "no-public-resource-policy: passes-declared-public",
    hides: "aws_s3_bucket.site /bucket (opaque)",
    rule: "no-public-resource-policy",
    law: "new",
    because:
      "The ruleset excepts the bucket by its name: an exception holds only where it surely does, and can name the address.",
  },
  {
    case: "no-public-resource-policy: passes-closed-by-the-change",
    hides: "aws_s3_bucket_policy.site /bucket (opaque)",
    rule: "no-public-resource-policy",
    law: "new",
    because:
      "The bucket exists and its name is known: a policy of a bucket that is not known yet is about another one, and changes nothing here.",
  },
  {
    case: "no-public-resource-policy: undecided-denial-of-resources-that-are-not-known",
    hides: "data.aws_iam_policy_document.orders /statement/1 (kept)",
    rule: "no-public-resource-policy",
    law: "new",
    because: noDenial,
  },
  {
    case: "no-public-resource-policy: undecided-denial-of-resources-that-are-not-known",
    hides: "data.aws_iam_policy_document.orders /statement/1 (opaque)",
    rule: "no-public-resource-policy",
    law: "new",
    because: noDenial,
  },
  {
    case: "no-public-resource-policy: undecided-denial-of-resources-that-are-not-known",
    hides: "data.aws_iam_policy_document.orders /statement/1/effect (opaque)",
    rule: "no-public-resource-policy",
    law: "new",
    because: noDenial,
  },
  {
    case: "no-wildcard-action: passes-narrowed-where-the-role-still-lists-it",
    hides: "aws_iam_role.app /inline_policy/0/name (opaque)",
    rule: "no-wildcard-action",
    law: "new",
    because: surelyTheSame,
  },
  {
    case: "no-wildcard-action: passes-narrowed-where-the-role-still-lists-it",
    hides: "aws_iam_role_policy.app /name (opaque)",
    rule: "no-wildcard-action",
    law: "new",
    because: surelyTheSame,
  },
  {
    case: "no-wildcard-action: passes-narrowed-where-the-role-still-lists-it",
    hides: "aws_iam_role_policy.app /role (opaque)",
    rule: "no-wildcard-action",
    law: "new",
    because: surelyTheSame,
  },
  {
    case: "require-purpose: flags-name-once-more",
    hides: "aws_iam_role.app /name (opaque)",
    rule: "require-purpose",
    law: "gone",
    because: "A description repeats a name that nobody knows yet only by chance.",
  },
  {
    case: "no-contradicting-environment: flags-two-tags",
    hides: "aws_iam_role.app /tags (opaque)",
    rule: "no-contradicting-environment",
    law: "gone",
    because: "Of tags that are not known as a whole nothing tells that two of them name an environment.",
  },
  {
    case: "no-identity-shared-across-environments: flags-through-an-instance-profile",
    hides: "aws_iam_instance_profile.app /role (opaque)",
    rule: "no-identity-shared-across-environments",
    law: "gone",
    because:
      "Nothing says that the profile hands on this role, and nobody knows yet which other one two environments share.",
  },
  {
    case: "no-overlong-session: flags-administrator",
    hides: "aws_iam_role_policy_attachment.app /role (opaque)",
    rule: "no-overlong-session",
    law: "gone",
    because: strangerIsAdministrator,
  },
  {
    case: "no-overlong-session: flags-became-an-administrator",
    hides: "aws_iam_role_policy_attachment.app /role (opaque)",
    rule: "no-overlong-session",
    law: "gone",
    because: strangerIsAdministrator,
  },
  {
    case: "no-admin-machine-identity: passes-identity-center-role",
    hides: "aws_iam_role.app /path (opaque)",
    rule: "require-environment",
    law: "new",
    because: reserved,
  },
  {
    case: "no-admin-machine-identity: passes-identity-center-role",
    hides: "aws_iam_role.app /path (opaque)",
    rule: "require-purpose",
    law: "new",
    because: reserved,
  },
  {
    case: "require-owner: passes-identity-center-role",
    hides: "aws_iam_role.sso /path (opaque)",
    rule: "require-environment",
    law: "new",
    because: reserved,
  },
  {
    case: "require-owner: passes-identity-center-role",
    hides: "aws_iam_role.sso /path (opaque)",
    rule: "require-purpose",
    law: "new",
    because: reserved,
  },
  {
    case: "no-unauthenticated-endpoint: passes-private-api",
    hides: "aws_api_gateway_rest_api.shop /endpoint_configuration (opaque)",
    rule: "no-unauthenticated-endpoint",
    law: "new",
    because:
      "A plan has the same for a generated endpoint_configuration block that is not known as for an API that has none, and few APIs are private.",
  },
  ...spelledOut.map(
    ([name, hides]): Exception => ({
      case: `no-hardcoded-secret: ${name}`,
      hides,
      rule: "no-hardcoded-secret",
      law: "gone",
      because: "A single value that is not known before the deployment comes from elsewhere: nobody spelled it out.",
    }),
  ),
];
