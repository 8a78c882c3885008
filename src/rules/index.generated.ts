// Made from the files in this folder by `npm run generate`. Do not edit.
import noAdminMachineIdentity from "./no-admin-machine-identity.ts";
import noCrossEnvironmentTrust from "./no-cross-environment-trust.ts";
import noFullAdmin from "./no-full-admin.ts";
import noPublicResourcePolicy from "./no-public-resource-policy.ts";
import noPublicTrust from "./no-public-trust.ts";
import noUndecidedCheck from "./no-undecided-check.ts";
import noWildcardAction from "./no-wildcard-action.ts";
import requireOwner from "./require-owner.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
  noFullAdmin,
  noAdminMachineIdentity,
  noWildcardAction,
  noPublicResourcePolicy,
  noPublicTrust,
  noCrossEnvironmentTrust,
  requireOwner,
  noUndecidedCheck,
];
