import { expect, test } from "vitest";
import { cloudsFor } from "#clouds/index.ts";
import { buildGraphs } from "#graph/build.ts";
import { tieMoments } from "#graph/tie.ts";
import type { Plan } from "#model/plan.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { type Change, inlinePolicy, planOf, role } from "../analyzer/support.ts";

/** Who is known of another deployment: by name in an account, and never where two may be meant. */

const { settings } = defaultRuleset();

async function outsiders(own: readonly Change[], other: readonly Change[]) {
  const plans: readonly Plan[] = [planOf(own), planOf(other, { document: "other.json" })];
  const clouds = cloudsFor(settings, undefined);
  for (const plan of plans) for (const cloud of clouds) await cloud.prepare(plan);
  const options = { settings, environment: undefined };
  const [first] = tieMoments(plans.map((plan) => ({ plan, built: buildGraphs(plan, clouds, options) })));
  const outside = first?.built.after.graph.identities.filter((one) => one.presence === "outside") ?? [];
  return outside.map(({ id, environment, deployedBy }) => [id, environment.kind, deployedBy]);
}

const home = "arn:aws:iam::111122223333:role";
const elsewhere = "arn:aws:iam::444455556666:role";
const ci: Change = {
  address: "aws_iam_role.this",
  action: "create",
  after: role("ci", { arn: `${home}/ci`, tags: { environment: "dev" } }),
};

/** A role that is there tells the account of a plan. */
const resident = (prefix: string): Change => ({
  address: "aws_iam_role.this",
  action: "none",
  before: role("resident", { arn: `${prefix}/resident` }),
  after: role("resident", { arn: `${prefix}/resident` }),
});

const given: Change = { address: "aws_iam_role_policy.own", action: "create", after: inlinePolicy("ci", "s3:*") };

const runsAs = (name: string, arn: string): Change => ({
  address: `aws_lambda_function.${name}`,
  action: "create",
  after: { function_name: name, role: arn },
});

const id = "outside aws role/ci";

test("a policy is given to a role of another plan, by its name in the same account", async () => {
  expect(await outsiders([resident(home), given], [ci])).toEqual([[id, "told", "other.json"]]);
});

test("the same name in another account, or in one that nobody told, is somebody else", async () => {
  expect(await outsiders([resident(elsewhere), given], [ci])).toEqual([[id, "untold", undefined]]);
  expect(await outsiders([given], [ci])).toEqual([[id, "untold", undefined]]);
});

test("a function runs as a role of another plan, by its ARN", async () => {
  expect(await outsiders([runsAs("one", `${home}/ci`)], [ci])).toEqual([[id, "told", "other.json"]]);
  expect(await outsiders([runsAs("one", `${home}/path/ci`)], [ci])).toEqual([[id, "untold", undefined]]);
});

test("roles of one name in two accounts are not taken for the one that is known", async () => {
  const both = [runsAs("one", `${home}/ci`), runsAs("two", `${elsewhere}/ci`)];
  expect(await outsiders(both, [ci])).toEqual([[id, "untold", undefined]]);
});
