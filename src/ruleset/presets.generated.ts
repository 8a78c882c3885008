// Made from rulesets/*.yaml by `npm run generate`. Do not edit.
import type { RulesetFile } from "./schema.ts";

/** The presets by name, as they are in `rulesets/`. */
export const presets: ReadonlyMap<string, RulesetFile> = new Map<string, RulesetFile>([
  ["audit", {
    "extends": [
      "vocabulary"
    ],
    "rules": {
      "no-full-admin": "medium",
      "no-admin-machine-identity": "medium",
      "no-inverted-allow": "medium",
      "no-unscoped-passrole": "medium",
      "no-wildcard-action": "low",
      "no-direct-user-grant": "medium",
      "no-unscoped-resource": "low",
      "no-inline-policy": "low",
      "no-vendor-managed-policy": "info",
      "no-public-resource-policy": "medium",
      "no-public-trust": "medium",
      "no-confused-deputy": "medium",
      "no-cross-environment-trust": "medium",
      "no-guest-identity-pool": "low",
      "no-inverted-trust": "medium",
      "no-loose-federation-subject": "low",
      "no-unauthenticated-endpoint": "low",
      "no-unknown-account-trust": "medium",
      "no-wildcard-action-in-resource-policy": "medium",
      "no-dangling-principal": "medium",
      "no-network-only-trust": "medium",
      "no-whole-account-trust": "medium",
      "no-wildcard-trust-action": "medium",
      "no-identity-shared-across-environments": "medium",
      "no-contradicting-environment": "medium",
      "require-known-environment": "medium",
      "require-owner": "medium",
      "require-environment": "medium",
      "require-purpose": "medium",
      "no-static-credential": "low",
      "no-overlong-session": "low",
      "no-weak-password-policy": "low",
      "no-default-identity": "medium",
      "require-mfa-for-humans": "medium",
      "no-undecided-check": "info",
      "no-hardcoded-secret": "medium",
      "no-invalid-policy-document": "medium"
    }
  }],
  ["credentials", {
    "extends": [
      "vocabulary"
    ],
    "rules": {
      "require-mfa-for-humans": "high",
      "no-loose-federation-subject": "high",
      "no-guest-identity-pool": "high",
      "no-undecided-check": "info",
      "no-static-credential": "high",
      "no-overlong-session": "low",
      "no-weak-password-policy": "low",
      "no-hardcoded-secret": "critical"
    }
  }],
  ["ownership", {
    "extends": [
      "vocabulary"
    ],
    "rules": {
      "require-owner": "high",
      "no-default-identity": "medium",
      "no-undecided-check": "info",
      "require-environment": "medium",
      "require-purpose": "medium"
    }
  }],
  ["recommended", {
    "extends": [
      "vocabulary"
    ],
    "rules": {
      "no-full-admin": "critical",
      "no-wildcard-action": "high",
      "no-admin-machine-identity": "high",
      "no-public-trust": "critical",
      "no-public-resource-policy": "critical",
      "no-cross-environment-trust": "high",
      "require-owner": "medium",
      "no-undecided-check": "info",
      "require-known-environment": "medium",
      "require-environment": "medium",
      "require-purpose": "medium",
      "no-inverted-allow": "high",
      "no-unscoped-passrole": "high",
      "no-unscoped-resource": "medium",
      "no-identity-shared-across-environments": "high",
      "no-contradicting-environment": "medium",
      "no-static-credential": "high",
      "no-overlong-session": "low",
      "no-direct-user-grant": "medium",
      "no-inline-policy": "off",
      "no-vendor-managed-policy": "off",
      "no-confused-deputy": "high",
      "no-inverted-trust": "high",
      "no-loose-federation-subject": "high",
      "no-unknown-account-trust": "high",
      "no-wildcard-action-in-resource-policy": "high",
      "no-dangling-principal": "medium",
      "no-network-only-trust": "medium",
      "no-whole-account-trust": "medium",
      "no-wildcard-trust-action": "medium",
      "require-mfa-for-humans": "high",
      "no-guest-identity-pool": "high",
      "no-unauthenticated-endpoint": "high",
      "no-weak-password-policy": "low",
      "no-default-identity": "medium",
      "no-hardcoded-secret": "critical",
      "no-invalid-policy-document": "high"
    }
  }],
  ["strict", {
    "extends": [
      "recommended"
    ],
    "rules": {
      "no-admin-machine-identity": "critical",
      "no-wildcard-action": "critical",
      "no-cross-environment-trust": "critical",
      "require-owner": "high",
      "no-undecided-check": "medium"
    }
  }],
  ["trust-boundaries", {
    "extends": [
      "vocabulary"
    ],
    "rules": {
      "no-undecided-check": "info",
      "no-public-resource-policy": "critical",
      "no-public-trust": "critical",
      "no-confused-deputy": "high",
      "no-cross-environment-trust": "high",
      "no-guest-identity-pool": "high",
      "no-inverted-trust": "high",
      "no-loose-federation-subject": "high",
      "no-unauthenticated-endpoint": "high",
      "no-unknown-account-trust": "high",
      "no-wildcard-action-in-resource-policy": "high",
      "no-dangling-principal": "medium",
      "no-network-only-trust": "medium",
      "no-whole-account-trust": "medium",
      "no-wildcard-trust-action": "medium",
      "no-identity-shared-across-environments": "high",
      "no-contradicting-environment": "medium",
      "require-known-environment": "medium"
    }
  }],
  ["vocabulary", {
    "environments": {
      "prod": {
        "rank": 3,
        "tags": {
          "environment": [
            "prod",
            "production",
            "prd",
            "live"
          ],
          "env": [
            "prod",
            "production",
            "prd",
            "live"
          ],
          "stage": [
            "prod",
            "production",
            "prd",
            "live"
          ]
        },
        "workspaces": [
          "prod",
          "production",
          "prd",
          "live"
        ],
        "stacks": [
          "prod",
          "production",
          "prd",
          "live"
        ],
        "modules": [
          "prod",
          "production",
          "prd",
          "live"
        ],
        "names": [
          "prod",
          "production",
          "prd",
          "live"
        ]
      },
      "staging": {
        "rank": 2,
        "tags": {
          "environment": [
            "staging",
            "stage",
            "stg",
            "uat",
            "preprod",
            "qa"
          ],
          "env": [
            "staging",
            "stage",
            "stg",
            "uat",
            "preprod",
            "qa"
          ],
          "stage": [
            "staging",
            "stage",
            "stg",
            "uat",
            "preprod",
            "qa"
          ]
        },
        "workspaces": [
          "staging",
          "stage",
          "stg",
          "uat",
          "preprod",
          "qa"
        ],
        "stacks": [
          "staging",
          "stage",
          "stg",
          "uat",
          "preprod",
          "qa"
        ],
        "modules": [
          "staging",
          "stage",
          "stg",
          "uat",
          "preprod",
          "qa"
        ],
        "names": [
          "staging",
          "stage",
          "stg",
          "uat",
          "preprod",
          "qa"
        ]
      },
      "dev": {
        "rank": 1,
        "tags": {
          "environment": [
            "dev",
            "development",
            "test",
            "sandbox"
          ],
          "env": [
            "dev",
            "development",
            "test",
            "sandbox"
          ],
          "stage": [
            "dev",
            "development",
            "test",
            "sandbox"
          ]
        },
        "workspaces": [
          "dev",
          "development",
          "test",
          "sandbox"
        ],
        "stacks": [
          "dev",
          "development",
          "test",
          "sandbox"
        ],
        "modules": [
          "dev",
          "development",
          "test",
          "sandbox"
        ],
        "names": [
          "dev",
          "development",
          "test",
          "sandbox"
        ]
      }
    },
    "owners": {
      "tags": [
        "owner",
        "owner_team",
        "team"
      ]
    }
  }],
]);
