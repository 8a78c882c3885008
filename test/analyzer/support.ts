import { analyze } from "#analyzer/analyze.ts";
import type { Judged } from "#analyzer/report.ts";
import { cloudsFor } from "#clouds/index.ts";
import { jsonTree } from "#model/json-tree.ts";
import { inside } from "#model/location.ts";
import type { Action, Plan, ResourceChange } from "#model/plan.ts";
import type { Ruleset } from "#model/ruleset.ts";
import type { Rule } from "#rules/rule.ts";
import { defaultRuleset } from "#ruleset/default.ts";

type Values = Readonly<Record<string, unknown>>;

/** A change of a resource: its values before and after, null where it does not exist. */
export interface Change {
  readonly address: string;
  readonly action: Action;
  readonly before?: Values | null;
  readonly after?: Values | null;
  readonly previousAddress?: string;
}

export const document = "plan.json";

/** A plan with a few changes in the root module, all of one provider. */
export function planOf(changes: readonly Change[], over: Partial<Plan> = {}): Plan {
  return {
    document,
    frontend: "terraform-plan",
    format: "test",
    resources: changes.length,
    changes: changes.map((one) => resourceChange(one, over.document ?? document)),
    hasBefore: true,
    notices: [],
    secrets: new Set(),
    ...over,
  };
}

function resourceChange(
  { address, action, before = null, after = null, previousAddress }: Change,
  inDocument: string,
): ResourceChange {
  const at = { document: inDocument, pointer: `/${address}`, address };
  const [type = "", name = ""] = address.split(".");
  return {
    address,
    ...(previousAddress !== undefined && { previousAddress }),
    dialect: "terraform",
    type,
    name,
    mode: "managed",
    action,
    before: jsonTree(before, at),
    after: jsonTree(after, at),
    scope: { provider: { name: "aws", key: "aws", settings: jsonTree({}, inside(at, "provider")) }, module: "" },
    at,
  };
}

/** Judges a plan by some rules; by default under the ruleset that everybody starts with. */
export async function judged(plan: Plan, rules: readonly Rule[], ruleset: Ruleset = defaultRuleset()): Promise<Judged> {
  const clouds = cloudsFor(ruleset.settings, undefined);
  for (const cloud of clouds) await cloud.prepare(plan);
  return analyze(plan, clouds, rules, { ruleset });
}

/** A trust policy for a service. */
function trust(service: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } },
  });
}

/** The values of a role. */
export function role(name: string, over: Values = {}): Values {
  return { name, path: "/", assume_role_policy: trust("ecs-tasks.amazonaws.com"), ...over };
}

/** The values of an inline policy that allows an action on everything. */
export function inlinePolicy(of: string, action: string): Values {
  const statement = { Effect: "Allow", Action: action, Resource: "*" };
  return { name: "own", role: of, policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) };
}
