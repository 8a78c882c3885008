import { ifThere } from "#model/choice.ts";
import type { Endpoint } from "#model/endpoint.ts";
import type { Evidence } from "#model/finding.ts";
import type { Policy } from "#model/policy.ts";
import { either, type Truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import type { RuleContext } from "./rule.ts";

interface Guard {
  readonly holds: Truth;
  readonly waits: readonly Hole[];
  readonly evidence: readonly Evidence[];
}

/** Whether the policy of the resource that stands before an endpoint lets anyone through; without one, everybody is. */
export function openBy(endpoint: Endpoint, context: RuleContext<unknown>): Guard {
  const node = endpoint.guardedBy === undefined ? undefined : context.node(endpoint.guardedBy);
  const policies =
    node === undefined || !("policies" in node) ? [] : node.policies.flatMap((id) => context.policy(id) ?? []);
  if (policies.length === 0) return { holds: "yes", waits: [], evidence: [] };
  const answers = policies.map((policy) => openness(policy, endpoint, context));
  const holds = either(...answers.map((one) => one.holds));
  const keeps = holds === "unknown" ? "is not wholly known yet" : "does not keep strangers out";
  return {
    holds,
    waits: answers.flatMap(({ waits }) => waits),
    evidence: policies.map((one) => ({
      role: "because",
      message: `the policy of its API ${keeps}`,
      location: one.at,
    })),
  };
}

function openness(policy: Policy, endpoint: Endpoint, context: RuleContext<unknown>): Pick<Guard, "holds" | "waits"> {
  const semantics = context.semantics(endpoint);
  const answers = policy.statements.map((one) => ifThere(one, semantics.openToAnyone(one, policy.statements)));
  const unread = policy.unread === undefined ? [] : [policy.unread];
  return {
    holds: either(...answers.map(({ holds }) => holds), ...unread.map(() => "unknown" as const)),
    waits: [...answers.flatMap(({ waits }) => waits), ...unread],
  };
}
