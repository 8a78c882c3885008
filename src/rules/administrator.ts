import { ifThere } from "#model/choice.ts";
import type { Identity } from "#model/identity.ts";
import { wholeText } from "#model/text.ts";
import type { Truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { type HeldPolicy, heldPolicies } from "./held-policies.ts";
import type { RuleContext } from "./rule.ts";

/** Whether an identity is an administrator, and by which policy. */
export interface Administrator {
  readonly holds: Truth;
  readonly policy: string;
  readonly waits: readonly Hole[];
}

/** By its own policies, and those of the groups that it is in: the surest answer. */
export function administrator(identity: Identity, context: RuleContext<unknown>): Administrator {
  const groups = context.membershipsOf(identity.id).flatMap(({ group }) => group ?? []);
  const grades = [identity.id, ...groups].flatMap((id) => {
    const holding = { holder: identity, grants: [], attachments: context.attachmentsOf(id) };
    return heldPolicies(holding, context).map((held) => gradeOf(held, identity, context));
  });
  const nobody = { holds: "no", policy: "", waits: [] } as const;
  return grades.find(({ holds }) => holds === "yes") ?? grades.find(({ holds }) => holds === "unknown") ?? nobody;
}

/** A policy that is known by name and written elsewhere is none of the vendor's, and is judged where it is written. */
function gradeOf(held: HeldPolicy, identity: Identity, context: RuleContext<unknown>): Administrator {
  const { policy, attachment, name } = held;
  if (policy !== undefined)
    return { policy: name, ...ifThere(attachment ?? {}, context.semantics(identity).adminGrade(policy)) };
  const isNamed = attachment !== undefined && wholeText(attachment.policyText).known;
  return { holds: isNamed ? "no" : "unknown", policy: name, waits: held.unread === undefined ? [] : [held.unread] };
}
