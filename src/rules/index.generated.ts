// Made from the files in this folder by `npm run generate`. Do not edit.
import noAdminMachineIdentity from "./no-admin-machine-identity.ts";
import noContradictingEnvironment from "./no-contradicting-environment.ts";
import noCrossEnvironmentTrust from "./no-cross-environment-trust.ts";
import noFullAdmin from "./no-full-admin.ts";
import noIdentitySharedAcrossEnvironments from "./no-identity-shared-across-environments.ts";
import noOverlongSession from "./no-overlong-session.ts";
import noPublicResourcePolicy from "./no-public-resource-policy.ts";
import noPublicTrust from "./no-public-trust.ts";
import noStaticCredential from "./no-static-credential.ts";
import noUndecidedCheck from "./no-undecided-check.ts";
import noWildcardAction from "./no-wildcard-action.ts";
import requireEnvironment from "./require-environment.ts";
import requireKnownEnvironment from "./require-known-environment.ts";
import requireOwner from "./require-owner.ts";
import requirePurpose from "./require-purpose.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
  noFullAdmin,
  noAdminMachineIdentity,
  noWildcardAction,
  noPublicResourcePolicy,
  noPublicTrust,
  noCrossEnvironmentTrust,
  noIdentitySharedAcrossEnvironments,
  noContradictingEnvironment,
  requireKnownEnvironment,
  requireOwner,
  requireEnvironment,
  requirePurpose,
  noStaticCredential,
  noOverlongSession,
  noUndecidedCheck,
];
