import { ifThere } from "#model/choice.ts";
import type { EndpointTarget } from "#model/endpoint.ts";
import type { Identity } from "#model/identity.ts";
import type { SourceLocation } from "#model/location.ts";
import type { Answer } from "#model/semantics.ts";
import { holesOf, showText } from "#model/text.ts";
import { either } from "#model/truth.ts";
import type { RuleContext } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A role that the pool hands out, and whether its trust lets guests have it. */
export interface Handed {
  readonly how: EndpointTarget["how"];
  readonly name: string;
  readonly role?: Identity;
  readonly letsGuestsIn: Answer;
  readonly at: SourceLocation;
}

export function handed({ how, node, text, at }: EndpointTarget, context: RuleContext<unknown>): Handed {
  const found = node === undefined ? undefined : context.node(node);
  const role = found !== undefined && "serviceLinked" in found ? found : undefined;
  if (role === undefined)
    return { how, name: `role ${showText(text)}`, letsGuestsIn: { holds: "unknown", waits: holesOf(text) }, at };
  return { how, name: nameOf(role), role, letsGuestsIn: letsGuestsIn(role, context), at };
}

/** What is made elsewhere has a trust policy that is not known here. */
function letsGuestsIn(role: Identity, context: RuleContext<unknown>): Answer {
  const statements = context.trustOf(role.id);
  const answers = statements.map((one) => ifThere(one, context.semantics(role).letsGuestsIn(one, statements)));
  const unread = role.trustUnread === undefined ? [] : [role.trustUnread.hole];
  const hidden = role.presence === "outside" || unread.length > 0 ? (["unknown"] as const) : [];
  return {
    holds: either(...answers.map(({ holds }) => holds), ...hidden),
    waits: [...answers.flatMap(({ waits }) => waits), ...unread],
  };
}
