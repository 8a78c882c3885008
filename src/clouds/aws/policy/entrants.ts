import type { TrustStatement } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import type { Answer, Entrant } from "#model/semantics.ts";
import { both } from "#model/truth.ts";
import { assuming } from "./assuming.ts";
import { namedByConditions } from "./callers.ts";
import { isDenied, namedByDenials } from "./denied.ts";
import { allows, openToAnyone } from "./open.ts";
import { knownPatterns, patternHoles } from "./patterns.ts";

/** Who becomes an identity by a statement of its trust policy: see `Semantics.entrants`. */
export function entrants(statement: TrustStatement, document: readonly TrustStatement[]): readonly Entrant[] {
  const entry = { ...statement, actions: assuming(statement.actions) };
  const lets = letsIn(entry);
  if (lets.holds === "no") return [];
  const named = entry.principals.match === "only" ? entry.principals.principals : [];
  return [
    ...anyone(entry, document, lets),
    ...named
      .filter((one) => one.kind !== "anyone" && !isDenied(one, entry, document))
      .map((principal) => ({ principal, ...lets })),
  ];
}

/** Whether the statement lets its principals in at all, whoever they are. */
function letsIn(entry: TrustStatement): Answer {
  const { effect, actions, unread } = entry;
  const sure = actions.patterns.length === 0 ? "no" : knownPatterns(actions).length > 0 ? "yes" : "unknown";
  const holds = both(allows(entry), sure, unread === undefined ? "yes" : "unknown");
  const waits = [
    ...(effect.known ? [] : [effect.hole]),
    ...(sure === "unknown" ? patternHoles(actions) : []),
    ...(unread === undefined ? [] : [unread]),
  ];
  return { holds, waits: holds === "unknown" ? waits : [] };
}

/** Everybody, if everybody may come; else, where everybody is named, those whom conditions and denials leave. */
function anyone(entry: TrustStatement, document: readonly TrustStatement[], lets: Answer): readonly Entrant[] {
  const open = openToAnyone(entry, document);
  const holds = both(open.holds, lets.holds);
  if (holds !== "no") return [{ principal: everybody(entry), holds, waits: [...open.waits, ...lets.waits] }];
  if (!namesEverybody(entry)) return [];
  const left = closest([...namedByConditions(entry.conditions), ...namedByDenials(entry, document)]);
  return left.filter((one) => !isDenied(one, entry, document)).map((principal) => ({ principal, ...lets }));
}

function namesEverybody({ principals }: TrustStatement): boolean {
  return principals.match === "all-except" || principals.principals.some((one) => one.kind === "anyone");
}

function everybody({ principals }: TrustStatement): Principal {
  const named = principals.match === "only" ? principals.principals.find((one) => one.kind === "anyone") : undefined;
  const unknown = principals.principals.find((one) => one.kind === "unknown");
  return { kind: "anyone", text: named?.text ?? (principals.match === "only" && unknown ? unknown.text : ["*"]) };
}

/** All sets hold at once, so any of them is enough: the one that tells most exactly who comes. */
function closest(sets: readonly (readonly Principal[])[]): readonly Principal[] {
  return [...sets].sort((a, b) => vagueness(a) - vagueness(b))[0] ?? [];
}

const order: readonly Principal["kind"][] = ["service", "identity", "account", "unknown", "organization"];

function vagueness(set: readonly Principal[]): number {
  const ranks = set.map((one) => (order.includes(one.kind) ? order.indexOf(one.kind) : order.length));
  return Math.max(...ranks, 0);
}
