/** What has to be found, and what must not be: rule, verdict, and whom it is about, by its stack and its construct. */
export interface Facts {
  readonly found: readonly (readonly [rule: string, verdict: "fails" | "undecided", subject: string])[];
  /** Rules that have nothing to say of somebody, in doubt neither. */
  readonly silent: readonly (readonly [rule: string, subject: string])[];
  /** Notices that tell what nobody can see. */
  readonly notices?: readonly string[];
}

/** Read in the sources of the apps. In all of them the account 111111111111 is the one of development. */
export const facts: Readonly<Record<string, Facts>> = {
  "01-stages-cross-account": {
    found: [
      ["no-cross-environment-trust", "fails", "Prod/Roles/DeployRole"],
      ["no-unscoped-passrole", "fails", "Prod/Roles/DeployRole"],
      ["no-wildcard-action", "fails", "Prod/Roles/DeployRole"],
      ["no-overlong-session", "fails", "Prod/Roles/DeployRole"],
      ["no-overlong-session", "fails", "Dev/Roles/DeployRole"],
      ["no-whole-account-trust", "fails", "Prod/Roles/Data"],
      ["no-confused-deputy", "fails", "Prod/Roles/VendorRole"],
      ["no-whole-account-trust", "fails", "Prod/Roles/VendorRole"],
      ["require-owner", "fails", "Prod/Roles/DeployRole"],
      ["require-owner", "fails", "Prod/Roles/VendorRole"],
    ],
    silent: [
      ["require-owner", "Dev/Roles/DeployRole"],
      ["require-environment", "Prod/Roles/DeployRole"],
      ["no-public-trust", "Prod/Roles/VendorRole"],
    ],
  },
  "02-nested-stacks": {
    found: [["no-wildcard-action", "fails", "Root/OuterNestedStackOuterNestedStackResource/WorkerRole"]],
    silent: [
      ["no-public-trust", "Root/Caller"],
      ["no-whole-account-trust", "Root/Caller"],
    ],
  },
  "03-lambda-grants": {
    found: [
      ["no-unauthenticated-endpoint", "fails", "Orders/ApiFunctionUrl"],
      ["no-public-resource-policy", "fails", "Orders/Api"],
      ["no-public-resource-policy", "fails", "Orders/Topic"],
      ["no-inverted-allow", "fails", "Orders/ApiServiceRole"],
      ["no-unscoped-resource", "fails", "Orders/ApiServiceRole"],
      ["no-static-credential", "fails", "Orders/BotKey"],
      ["no-full-admin", "fails", "Orders/Admins"],
      ["require-owner", "fails", "Reader/ReaderRole"],
    ],
    silent: [
      ["require-owner", "Orders/ApiServiceRole"],
      ["no-unscoped-resource", "Reader/ReaderRole"],
    ],
    notices: ["custom-resource"],
  },
  "04-github-oidc-boundary": {
    found: [
      ["no-loose-federation-subject", "fails", "CiAccess/AnyRepo"],
      ["no-admin-machine-identity", "fails", "CiAccess/AnyRepo"],
      ["no-loose-federation-subject", "fails", "CiAccess/WholeOrg"],
      ["no-whole-account-trust", "fails", "Bounded/Worker"],
    ],
    silent: [["no-loose-federation-subject", "CiAccess/Good"]],
    notices: ["custom-resource"],
  },
  "05-cfn-include": {
    found: [
      ["no-full-admin", "fails", "Legacy/AppRole"],
      ["no-whole-account-trust", "fails", "Legacy/AppRole"],
    ],
    silent: [["no-public-trust", "Legacy/AppRole"]],
  },
  "06-eks-irsa": {
    found: [
      ["no-wildcard-action", "fails", "Eks/ClusterPodIdRole"],
      ["no-unscoped-resource", "fails", "EksV2/ClusterIrsa2Role"],
    ],
    silent: [["no-public-trust", "Eks/ClusterSaRole"]],
  },
  "07-ecs-taskroles": {
    found: [
      ["no-unscoped-resource", "fails", "Web/SvcTaskDefTaskRole"],
      ["no-wildcard-action", "fails", "Web/SvcTaskDefExecutionRole"],
    ],
    silent: [
      ["no-confused-deputy", "Web/Shared"],
      ["require-owner", "Web/Shared"],
      ["require-owner", "Web/SvcTaskDefTaskRole"],
    ],
  },
  "08-pipeline": {
    found: [
      ["no-whole-account-trust", "fails", "Pipeline/Production/App/R"],
      ["no-whole-account-trust", "fails", "Staging/App/R"],
    ],
    silent: [],
  },
  "09-missing-context": {
    found: [["no-invalid-policy-document", "fails", "Lookups/R"]],
    silent: [["no-public-trust", "Lookups/R"]],
    notices: ["context-missing"],
  },
  "10-customize-roles": {
    // Roles are reported, and made all the same.
    found: [
      ["require-owner", "fails", "NoIam/FnServiceRole"],
      ["require-owner", "fails", "NoIam/Fn2ServiceRole"],
    ],
    silent: [],
  },
  "11-validation-plugin": {
    found: [
      ["no-full-admin", "fails", "Dev/Svc/Role"],
      ["no-full-admin", "fails", "Prod/Svc/Role"],
      ["no-wildcard-action", "fails", "Prod/Svc/NNestedStackNNestedStackResource/NR"],
    ],
    silent: [],
  },
  "12-plugin-variants": { found: [["require-owner", "fails", "S/R"]], silent: [["no-public-trust", "S/R"]] },
  "13-cdk-nag": {
    found: [
      ["no-public-trust", "fails", "S/AnyTrust"],
      // Nobody says in which account the stack will be: it may be the one that is trusted.
      ["no-confused-deputy", "undecided", "S/R"],
      ["no-whole-account-trust", "undecided", "S/R"],
      ["no-wildcard-action", "fails", "S/R"],
      ["no-inverted-allow", "fails", "S/R"],
      ["no-full-admin", "fails", "S/NNestedStackNNestedStackResource/NR"],
    ],
    silent: [],
  },
  "14-weak-refs": {
    found: [],
    silent: [
      ["no-public-trust", "ProdUs/R"],
      ["no-public-trust", "DevApp/TrustsProd"],
      ["no-whole-account-trust", "DevApp/TrustsProd"],
    ],
  },
};
