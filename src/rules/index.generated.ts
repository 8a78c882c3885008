// Made from the files in this folder by `npm run generate`. Do not edit.
import noAdminMachineIdentity from "./no-admin-machine-identity.ts";
import noConfusedDeputy from "./no-confused-deputy.ts";
import noContradictingEnvironment from "./no-contradicting-environment.ts";
import noCrossEnvironmentTrust from "./no-cross-environment-trust.ts";
import noDanglingPrincipal from "./no-dangling-principal.ts";
import noDefaultIdentity from "./no-default-identity.ts";
import noDirectUserGrant from "./no-direct-user-grant.ts";
import noFullAdmin from "./no-full-admin.ts";
import noGuestIdentityPool from "./no-guest-identity-pool.ts";
import noHardcodedSecret from "./no-hardcoded-secret.ts";
import noIdentitySharedAcrossEnvironments from "./no-identity-shared-across-environments.ts";
import noInlinePolicy from "./no-inline-policy.ts";
import noInvalidPolicyDocument from "./no-invalid-policy-document.ts";
import noInvertedAllow from "./no-inverted-allow.ts";
import noInvertedTrust from "./no-inverted-trust.ts";
import noLooseFederationSubject from "./no-loose-federation-subject.ts";
import noNetworkOnlyTrust from "./no-network-only-trust.ts";
import noOverlongSession from "./no-overlong-session.ts";
import noPublicResourcePolicy from "./no-public-resource-policy.ts";
import noPublicTrust from "./no-public-trust.ts";
import noStaticCredential from "./no-static-credential.ts";
import noUnauthenticatedEndpoint from "./no-unauthenticated-endpoint.ts";
import noUndecidedCheck from "./no-undecided-check.ts";
import noUnknownAccountTrust from "./no-unknown-account-trust.ts";
import noUnscopedPassrole from "./no-unscoped-passrole.ts";
import noUnscopedResource from "./no-unscoped-resource.ts";
import noVendorManagedPolicy from "./no-vendor-managed-policy.ts";
import noWeakPasswordPolicy from "./no-weak-password-policy.ts";
import noWholeAccountTrust from "./no-whole-account-trust.ts";
import noWildcardAction from "./no-wildcard-action.ts";
import noWildcardActionInResourcePolicy from "./no-wildcard-action-in-resource-policy.ts";
import noWildcardTrustAction from "./no-wildcard-trust-action.ts";
import requireEnvironment from "./require-environment.ts";
import requireKnownEnvironment from "./require-known-environment.ts";
import requireMfaForHumans from "./require-mfa-for-humans.ts";
import requireOwner from "./require-owner.ts";
import requirePurpose from "./require-purpose.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
  noFullAdmin,
  noAdminMachineIdentity,
  noInvertedAllow,
  noUnscopedPassrole,
  noWildcardAction,
  noDirectUserGrant,
  noUnscopedResource,
  noInlinePolicy,
  noVendorManagedPolicy,
  noInvalidPolicyDocument,
  noPublicResourcePolicy,
  noPublicTrust,
  noConfusedDeputy,
  noCrossEnvironmentTrust,
  noGuestIdentityPool,
  noInvertedTrust,
  noLooseFederationSubject,
  noUnauthenticatedEndpoint,
  noUnknownAccountTrust,
  noWildcardActionInResourcePolicy,
  noDanglingPrincipal,
  noNetworkOnlyTrust,
  noWholeAccountTrust,
  noWildcardTrustAction,
  noIdentitySharedAcrossEnvironments,
  noContradictingEnvironment,
  requireKnownEnvironment,
  requireOwner,
  requireEnvironment,
  requirePurpose,
  noHardcodedSecret,
  noStaticCredential,
  noOverlongSession,
  noWeakPasswordPolicy,
  noDefaultIdentity,
  requireMfaForHumans,
  noUndecidedCheck,
];
