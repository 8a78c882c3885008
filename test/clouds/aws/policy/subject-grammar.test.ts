import { expect, test } from "vitest";
import { faultOf, issuerOf } from "#clouds/aws/policy/subject-grammar.ts";

const github = "token.actions.githubusercontent.com";
const terraform = "app.terraform.io";
const eks = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2";

/** An issuer, a pattern of its subjects, and whom it lets in beside those that are meant: null where nobody, `unclear` where nobody can tell. */
const patterns: readonly (readonly [issuer: string | undefined, pattern: string, lets: string | null])[] = [
  [github, "*", "workflows in anybody's repository"],
  [github, "r*", "workflows in the repositories of other owners"],
  [github, "repo:*", "workflows in the repositories of other owners"],
  [github, "repo:acme*", "workflows in the repositories of other owners"],
  [github, "repo:acme*:ref:refs/heads/main", "workflows in the repositories of other owners"],
  [github, "repo:*/shop:ref:refs/heads/main", "workflows in the repositories of other owners"],
  [github, "repo:acme/*", "workflows in other repositories of acme"],
  [github, "repo:acme/shop*", "workflows in other repositories of acme"],
  [github, "repo:acme/*:environment:production", "workflows in other repositories of acme"],
  [github, "repo:acme/shop:*", "every workflow in acme/shop, on any branch and for any pull request,"],
  [github, "repo:acme/shop:?*", "every workflow in acme/shop, on any branch and for any pull request,"],
  [github, "repo:acme/shop:ref:refs/heads/*", null],
  [github, "repo:acme/shop:environment:prod-*", null],
  [`${github}/acme`, "repo:acme/shop:ref:refs/tags/v*", null],
  [github, "repository_owner:acme:*", "unclear"],
  ["gitlab.com", "project_path:acme/*", "jobs of other projects"],
  ["gitlab.com", "project_path:acme/shop:*", "every job of acme/shop, on any branch,"],
  ["gitlab.com", "project_path:acme/apps/shop:ref_type:tag:ref:*", null],
  [terraform, "organization:*", "runs of other organizations"],
  [terraform, "organization:*:workspace:site:run_phase:apply", "runs of other organizations"],
  [terraform, "organization:acme:*", "runs of every workspace of acme"],
  [terraform, "organization:acme:project:site:*", null],
  [terraform, "organization:acme:*:workspace:site:*", null],
  [terraform, "organization:acme:workspace:site:run_phase:*", null],
  [eks, "system:serviceaccount:*:worker", "pods of other namespaces"],
  [eks, "system:serviceaccount:orders:*", "pods with other service accounts of namespace orders"],
  ["api.bitbucket.org/2.0/workspaces/acme/x", "*:{7d2e}", "pipelines of every repository of the workspace"],
  ["api.bitbucket.org/2.0/workspaces/acme/x", "{3f1c}:*", null],
  ["oidc.circleci.com/org/3f1c", "org/3f1c/*", "jobs of every project of the organization"],
  ["oidc.circleci.com/org/3f1c", "org/3f1c/project/7d2e/*", null],
  ["agent.buildkite.com", "organization:acme:*", "jobs of every pipeline of acme"],
  ["agent.buildkite.com", "organization:acme:pipeline:deploy:*", null],
  ["gitlab.acme.example", "project_path:*", "jobs of other projects"],
  ["login.acme.example", "user:*", null],
  [undefined, "*", "everybody who has a token of the issuer"],
];

test.each(patterns)("%s: %s", (url, pattern, lets) => {
  const fault = faultOf(pattern, issuerOf(url));
  expect(typeof fault === "object" ? fault.lets : (fault ?? null)).toBe(lets);
});
