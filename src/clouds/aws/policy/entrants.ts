import type { PatternSet } from "#model/pattern.ts";
import type { Principal } from "#model/principal.ts";
import type { Answer, Entrant, OpenStatement } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { both, type Truth } from "#model/truth.ts";
import { assuming } from "./assuming.ts";
import { namedByConditions } from "./callers.ts";
import { isDenied, namedByDenials } from "./denied.ts";
import { allows, openToAnyone } from "./open.ts";
import { knownPatterns, patternHoles } from "./patterns.ts";

/** Who gets in by a statement: see `Semantics.entrants`. */
export function entrants(statement: OpenStatement, document: readonly OpenStatement[]): readonly Entrant[] {
  const entry = entryOf(statement);
  const lets = letsIn(entry);
  if (lets.holds === "no") return [];
  const named = entry.principals?.match === "only" ? entry.principals.principals : [];
  return [
    ...anyone(entry, document, lets),
    ...named
      .filter((one) => one.kind !== "anyone" && !isDenied(one, entry, document))
      .map((principal) => ({ principal, ...lets })),
  ];
}

/** Of a trust policy only those actions count that make somebody the role. */
export function entryOf(statement: OpenStatement): OpenStatement {
  if (!("identity" in statement)) return statement;
  const entry = entries.get(statement) ?? { ...statement, actions: assuming(statement.actions) };
  entries.set(statement, entry);
  return entry;
}

/** Several questions are about the same statement. */
const entries = new WeakMap<OpenStatement, OpenStatement>();

/** Whether the statement lets its principals in at all, whoever they are. */
export function letsIn(entry: OpenStatement): Answer {
  const { effect, actions, unread } = entry;
  const sure = reachesSomething(actions);
  const holds = both(allows(entry), sure, unread === undefined ? "yes" : "unknown");
  const waits = [
    ...(effect.known ? [] : [effect.hole]),
    ...(sure === "unknown" ? patternHoles(actions) : []),
    ...(unread === undefined ? [] : [unread]),
  ];
  return { holds, waits: holds === "unknown" ? waits : [] };
}

function reachesSomething(actions: PatternSet): Truth {
  if (actions.match === "all-except") return "yes";
  return actions.patterns.length === 0 ? "no" : knownPatterns(actions).length > 0 ? "yes" : "unknown";
}

/** Everybody, if everybody may come; else, where everybody is named, those whom conditions and denials leave. */
function anyone(entry: OpenStatement, document: readonly OpenStatement[], lets: Answer): readonly Entrant[] {
  const open = openToAnyone(entry, document);
  const holds = both(open.holds, lets.holds);
  if (holds !== "no") return [{ principal: everybody(entry), holds, waits: [...open.waits, ...lets.waits] }];
  if (!namesEverybody(entry)) return [];
  const left = closest([...namedByConditions(entry.conditions), ...namedByDenials(entry, document)]);
  return left.filter((one) => !isDenied(one, entry, document)).map((principal) => ({ principal, ...lets }));
}

function namesEverybody({ principals }: OpenStatement): boolean {
  return principals?.match === "all-except" || principals?.principals.some((one) => one.kind === "anyone") === true;
}

function everybody({ principals }: OpenStatement): Principal {
  if (principals?.match !== "only") return { kind: "anyone", text: ["*"] };
  const named = principals.principals.find((one) => one.kind === "anyone");
  const unknown = principals.principals.find((one) => one.kind === "unknown");
  return { kind: "anyone", text: named?.text ?? unknown?.text ?? ["*"] };
}

/** All sets hold at once, so any of them is enough: the one that tells most exactly who comes. */
function closest(sets: readonly (readonly Principal[])[]): readonly Principal[] {
  return [...sets].sort((a, b) => vagueness(a) - vagueness(b) || (textOf(a) < textOf(b) ? -1 : 1))[0] ?? [];
}

/** Of two that tell as much the order of the document must not decide. */
function textOf(set: readonly Principal[]): string {
  return set.map((one) => showText(one.text)).join();
}

const order: readonly Principal["kind"][] = ["service", "identity", "account", "unknown", "organization"];

function vagueness(set: readonly Principal[]): number {
  const ranks = set.map((one) => (order.includes(one.kind) ? order.indexOf(one.kind) : order.length));
  return Math.max(...ranks, 0);
}
