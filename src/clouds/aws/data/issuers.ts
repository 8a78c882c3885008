/** How the subjects of an issuer are made, and which of their fields must be fixed so that nobody else's tokens fit. */
export interface SubjectGrammar {
  /** Fields in braces, in the order in which they stand: `repo:{owner}/{repository}:{context}`. */
  readonly template: string;
  /** In this order. */
  readonly needs: readonly SubjectNeed[];
}

export interface SubjectNeed {
  /** One of these must be fixed. */
  readonly fields: readonly string[];
  /** It is enough that it begins with something fixed. */
  readonly beginning?: true;
  /** Who comes otherwise; fields in braces are filled in. */
  readonly lets: string;
}

/** Somebody who signs tokens for programs or people, as AWS knows them. */
export interface Issuer {
  readonly name: string;
  /** Its URL without the scheme; `*` is any run of characters. */
  readonly url: string;
  /** The claim that tells its tenants apart; of several, one is enough. */
  readonly claims: readonly string[];
  readonly grammars: readonly SubjectGrammar[];
  /** Who comes when that claim is not asked for. */
  readonly everybody: string;
  /** Where its subjects are described. */
  readonly documentation: string;
}

const github: SubjectGrammar = {
  template: "repo:{owner}/{repository}:{context}",
  needs: [
    { fields: ["owner"], lets: "workflows in the repositories of other owners" },
    { fields: ["repository"], lets: "workflows in other repositories of {owner}" },
    {
      fields: ["context"],
      beginning: true,
      lets: "every workflow in {owner}/{repository}, on any branch and for any pull request,",
    },
  ],
};

const gitlab: SubjectGrammar = {
  template: "project_path:{project}:{ref}",
  needs: [
    { fields: ["project"], lets: "jobs of other projects" },
    { fields: ["ref"], beginning: true, lets: "every job of {project}, on any branch," },
  ],
};

/** A project of HCP Terraform stands for its workspaces; the name of a workspace is unique in its organization. */
const terraformNeeds: readonly SubjectNeed[] = [
  { fields: ["organization"], lets: "runs of other organizations" },
  { fields: ["project", "workspace"], lets: "runs of every workspace of {organization}" },
];

const terraform: readonly SubjectGrammar[] = [
  {
    template: "organization:{organization}:project:{project}:workspace:{workspace}:run_phase:{phase}",
    needs: terraformNeeds,
  },
  { template: "organization:{organization}:workspace:{workspace}:run_phase:{phase}", needs: terraformNeeds },
];

const kubernetes: SubjectGrammar = {
  template: "system:serviceaccount:{namespace}:{account}",
  needs: [
    { fields: ["namespace"], lets: "pods of other namespaces" },
    { fields: ["account"], lets: "pods with other service accounts of namespace {namespace}" },
  ],
};

/** AWS lists the claims that it wants of shared issuers: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html */
export const issuers: readonly Issuer[] = [
  {
    name: "GitHub Actions",
    url: "token.actions.githubusercontent.com*",
    claims: ["sub"],
    grammars: [github],
    everybody: "workflows in anybody's repository",
    documentation: "https://docs.github.com/en/actions/reference/security/oidc",
  },
  {
    name: "GitLab",
    url: "gitlab.com",
    claims: ["sub"],
    grammars: [gitlab],
    everybody: "jobs of anybody's project",
    documentation: "https://docs.gitlab.com/ci/cloud_services/aws/",
  },
  {
    name: "HCP Terraform",
    url: "app.terraform.io",
    claims: ["sub"],
    grammars: terraform,
    everybody: "runs of anybody's workspace",
    documentation:
      "https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration",
  },
  {
    name: "Bitbucket Pipelines",
    url: "api.bitbucket.org/2.0/workspaces/*",
    claims: ["sub"],
    grammars: [
      {
        template: "{repository}:{step}",
        needs: [{ fields: ["repository"], beginning: true, lets: "pipelines of every repository of the workspace" }],
      },
    ],
    everybody: "pipelines of every repository of the workspace",
    documentation:
      "https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/",
  },
  {
    name: "CircleCI",
    url: "oidc.circleci.com/org/*",
    claims: ["sub"],
    grammars: [
      {
        template: "org/{organization}/project/{project}/user/{user}",
        needs: [{ fields: ["project"], lets: "jobs of every project of the organization" }],
      },
    ],
    everybody: "jobs of every project of the organization",
    documentation: "https://circleci.com/docs/openid-connect-tokens/",
  },
  {
    name: "Buildkite",
    url: "agent.buildkite.com",
    claims: ["sub"],
    grammars: [
      {
        template: "organization:{organization}:pipeline:{pipeline}:{build}",
        needs: [
          { fields: ["organization"], lets: "jobs of other organizations" },
          { fields: ["pipeline"], lets: "jobs of every pipeline of {organization}" },
        ],
      },
    ],
    everybody: "jobs of anybody's pipeline",
    documentation: "https://buildkite.com/docs/pipelines/security/oidc/aws",
  },
  {
    name: "EKS",
    url: "oidc.eks.*",
    claims: ["sub"],
    grammars: [kubernetes],
    everybody: "every pod of the cluster",
    documentation: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
  },
  {
    name: "Spacelift",
    url: "*.app.spacelift.io",
    claims: ["sub"],
    grammars: [],
    everybody: "runs of every stack of the account",
    documentation: "https://docs.spacelift.io/integrations/cloud-providers/oidc",
  },
  {
    name: "Google",
    url: "accounts.google.com",
    claims: ["sub", "aud", "oaud"],
    grammars: [],
    everybody: "anybody with a Google account",
    documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
  },
  {
    name: "Login with Amazon",
    url: "www.amazon.com",
    claims: ["app_id", "user_id"],
    grammars: [],
    everybody: "anybody with an Amazon account",
    documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html",
  },
  {
    name: "Facebook",
    url: "graph.facebook.com",
    claims: ["app_id", "id"],
    grammars: [],
    everybody: "anybody with a Facebook account",
    documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html",
  },
  {
    name: "Cognito",
    url: "cognito-identity.amazonaws.com",
    claims: ["aud", "sub"],
    grammars: [],
    everybody: "whoever is known to anybody's identity pool",
    documentation: "https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html",
  },
  {
    name: "Pulumi Cloud",
    url: "api.pulumi.com/oidc",
    claims: ["aud", "sub"],
    grammars: [],
    everybody: "deployments of anybody's organization",
    documentation: "https://www.pulumi.com/docs/esc/guides/configuring-oidc/aws/",
  },
  {
    name: "Vercel",
    url: "oidc.vercel.com*",
    claims: ["aud", "sub"],
    grammars: [],
    everybody: "deployments of anybody's project",
    documentation: "https://vercel.com/docs/oidc/aws",
  },
];

/** What a subject looks like tells how an issuer makes them that nobody listed: a GitLab or a cluster of one's own. */
export const recognizable: readonly SubjectGrammar[] = [github, gitlab, kubernetes, ...terraform];
