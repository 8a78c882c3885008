import { matchesGlob } from "#model/glob.ts";
import type { TrustStatement } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import type { Answer } from "#model/semantics.ts";
import { wholeText } from "#model/text.ts";
import { both, either, not, type Truth, truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { type ClaimTest, claimTests } from "./claim-tests.ts";

const cognito = "cognito-identity.amazonaws.com";

/**
 * Whether a trust statement lets the guests of an identity pool in: it trusts Cognito and does not ask how somebody signed in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export function letsGuestsIn(statement: TrustStatement, document: readonly TrustStatement[]): Answer {
  const { effect, principals } = statement;
  const { tests, perhaps, dead } = claimTests(statement, document, cognito);
  const asked = tests.filter(({ claim }) => claim === "amr").map(keepsGuestsOut);
  const trusts = principals.principals.map(isCognito);
  const keptOut = either(truth(dead), ...asked.map(({ holds }) => holds), ...perhaps.map(() => "unknown" as const));
  const trusted = principals.match === "only" ? either(...trusts.map(({ holds }) => holds)) : "unknown";
  return {
    holds: both(effect.known ? truth(effect.value === "allow") : "unknown", trusted, not(keptOut)),
    waits: [...(effect.known ? [] : [effect.hole]), ...[...trusts, ...asked].flatMap(({ waits }) => waits), ...perhaps],
  };
}

/** Guests have amr `unauthenticated`, and nothing else. */
function keepsGuestsOut({ values, literal }: ClaimTest): Answer {
  const known = values.map(wholeText);
  const holes: readonly Hole[] = known.flatMap((one) => (one.known ? [] : [one.hole]));
  const lets = known.some((one) => one.known && fits(one.value, literal));
  const holds: Truth = lets ? "no" : holes.length > 0 ? "unknown" : "yes";
  return { holds, waits: holes };
}

function fits(value: string, literal: boolean): boolean {
  return literal ? value === "unauthenticated" : matchesGlob(value, "unauthenticated");
}

function isCognito(principal: Principal): Answer {
  if (principal.kind === "unknown") return { holds: "unknown", waits: [principal.hole] };
  if (principal.kind === "anyone") return { holds: "yes", waits: [] };
  const text = wholeText(principal.text);
  if (!text.known) return { holds: principal.kind === "federated" ? "unknown" : "no", waits: [text.hole] };
  return { holds: truth(principal.kind === "federated" && text.value.toLowerCase() === cognito), waits: [] };
}
