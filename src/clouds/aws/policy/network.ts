import type { Condition } from "#model/policy.ts";
import type { Answer, OpenStatement } from "#model/semantics.ts";
import { holesOf, showText, wholeText } from "#model/text.ts";
import { both, either, not, type Truth, truth } from "#model/truth.ts";
import { denialsOf } from "./demands.ts";
import { entryOf, letsIn } from "./entrants.ts";
import { isAttribute } from "./patterns.ts";
import { pins, pinsByDenial } from "./pins.ts";

/** Keys that tell where a request comes from, not from whom. In lower case. */
const networkKeys: ReadonlySet<string> = new Set([
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:vpcsourceip",
]);

/** Whether only the network keeps strangers out: see `Semantics.guardedByNetworkOnly`. */
export function guardedByNetworkOnly(statement: OpenStatement, document: readonly OpenStatement[]): Answer {
  if (everybody(statement) === "no" || statement.conditions.some(fitsNobody)) return { holds: "no", waits: [] };
  const entry = entryOf(statement);
  const lets = letsIn(entry);
  const guards = [
    ...statement.conditions.map((one) => ({ one, pins: pins(one) })),
    ...denialsOf(statement, document).flatMap(guardsOf),
  ];
  const unread: Truth = statement.unread === undefined ? "no" : "unknown";
  const network = either(...guards.map(({ one, pins }) => both(pins, isNetwork(one))), unread);
  const other = either(...guards.map(({ one, pins }) => both(pins, not(isNetwork(one)))));
  const holds = both(lets.holds, everybody(entry), network, not(other));
  const waits = [
    ...lets.waits,
    ...principalHoles(entry),
    ...guards.flatMap(({ one }) => [one.key, ...one.values].flatMap(holesOf)),
  ];
  return { holds, waits: holds === "unknown" ? waits : [] };
}

interface Guard {
  readonly one: Condition;
  readonly pins: Truth;
}

/** `aws:SourceIp` tells public addresses: a test for private ones alone fits nobody. */
function fitsNobody({ key, operator, ifExists, values }: Condition): boolean {
  const asks = showText(key).toLowerCase() === "aws:sourceip" && operator.toLowerCase() === "ipaddress" && !ifExists;
  return asks && values.every((one) => privateRange.test(showText(one)));
}

const privateRange = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i;

/** A denial with one test leaves who fails it; of several, who fails any. */
function guardsOf(denial: OpenStatement): readonly Guard[] {
  const all = both(...denial.conditions.map(pinsByDenial), truth(denial.conditions.length > 0));
  return denial.conditions.map((one) => ({ one, pins: denial.unread === undefined ? all : both(all, "unknown") }));
}

function isNetwork({ key }: Condition): Truth {
  return wholeText(key).known ? truth(networkKeys.has(showText(key).toLowerCase())) : "unknown";
}

function everybody({ principals }: OpenStatement): Truth {
  if (principals === undefined) return "no";
  if (principals.match === "all-except" || principals.principals.some((one) => one.kind === "anyone")) return "yes";
  return principals.principals.some((one) => one.kind === "unknown" && !isAttribute(one.hole)) ? "unknown" : "no";
}

function principalHoles({ principals }: OpenStatement) {
  return (principals?.principals ?? []).flatMap((one) => (one.kind === "unknown" ? [one.hole] : []));
}
