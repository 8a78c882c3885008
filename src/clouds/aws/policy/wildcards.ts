import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { WildcardAction } from "#model/semantics.ts";
import { holesOf, showText, type Text, wholeText } from "#model/text.ts";
import { both, type Truth, truth } from "#model/truth.ts";
import { type ActionFact, type ActionTable, beyondReading } from "../data/actions.ts";
import { takingBack, unconditionalDenials } from "./deny.ts";
import { namesResources } from "./named-resources.ts";
import { allows } from "./open.ts";

/** The action patterns with wildcards of a statement: see `Semantics.wildcardActions`. */
export function wildcardActions(
  statement: PermissionStatement,
  policy: Policy,
  table: ActionTable,
): readonly WildcardAction[] {
  if (statement.actions.match === "all-except") return [];
  const sure = both(allows(statement), statement.unread === undefined ? "yes" : "unknown");
  const found = statement.actions.patterns
    .map((text) => patternOf(text, statement, policy, table))
    .filter((one) => one !== undefined);
  return found.map((one) => ({
    ...one,
    beyondReading: both(sure, one.beyondReading),
    waits: statement.unread === undefined ? one.waits : [...one.waits, statement.unread],
  }));
}

function patternOf(
  text: Text,
  statement: PermissionStatement,
  policy: Policy,
  table: ActionTable,
): WildcardAction | undefined {
  const value = wholeText(text);
  if (!value.known)
    return {
      ...nothing,
      pattern: showText(text).toLowerCase(),
      name: showText(text),
      beyondReading: "unknown",
      managesPermissions: "unknown",
      isNarrow: "unknown",
      waits: holesOf(text),
    };
  const pattern = value.value.toLowerCase();
  if (!/[*?]/.test(pattern)) return undefined;
  const denials = unconditionalDenials(policy.statements);
  const isTaken = takingBack(denials, statement.resources);
  const left = (facts: readonly ActionFact[]) =>
    isTaken === undefined ? facts : facts.filter((fact) => !isTaken(fact.name));
  const all = table.expand(pattern);
  const reached = left(all);
  const beyond = left(worstOf(all));
  return {
    pattern,
    name: value.value,
    beyondReading: goesBeyond(pattern, beyond, table, isTaken?.(pattern) === true),
    managesPermissions: truth(beyond.some((fact) => fact.levels.has("permissions-management"))),
    isNarrow: isBroad(pattern) ? "no" : namesResources(statement.resources),
    reaches: { count: reached.length, examples: beyond.slice(0, 3).map((fact) => fact.name) },
    waits: [],
  };
}

/** A whole service, or one whose actions give access to more than what they are about: whoever may pass a role gets what it may do. */
function isBroad(pattern: string): boolean {
  return /^(\*|[^:]*:\**|(iam|sts):.*)$/.test(pattern);
}

const sorted = new WeakMap<readonly ActionFact[], readonly ActionFact[]>();

/** Those that do more than read, worst first. The table gives the same list for the same pattern, and `*` has twenty thousand. */
export function worstOf(facts: readonly ActionFact[]): readonly ActionFact[] {
  const found = sorted.get(facts) ?? worstFirst(facts.filter(beyondReading));
  sorted.set(facts, found);
  return found;
}

const nothing = { reaches: { count: 0, examples: [] } } as const;

/** Verbs that read: a wildcard behind one of them is meant for reading, though AWS classifies a few of the actions it reaches as writing. */
const readingVerb = /^[a-z0-9-]+:(get|list|describe|batchget|head|view|search|lookup|read|check)/;

/** Whether a pattern is meant for reading. In lower case. */
export function isForReading(pattern: string): boolean {
  return readingVerb.test(pattern);
}

function goesBeyond(pattern: string, beyond: readonly ActionFact[], table: ActionTable, denied: boolean): Truth {
  if (denied) return "no";
  if (beyond.length > 0) return truth(!isForReading(pattern));
  if (!isWellFormed(pattern)) return "yes";
  const service = pattern.split(":", 1)[0] ?? "";
  if (pattern === "*" || pattern === "*:*" || table.knowsService(service)) return "no";
  if (pattern.endsWith(":*")) return "yes";
  return isForReading(pattern) ? "no" : "unknown";
}

/** A service prefix takes no wildcards, and an action has one. What AWS refuses or ignores is not safe: somebody meant something by it. */
function isWellFormed(pattern: string): boolean {
  return pattern === "*" || pattern === "*:*" || /^[a-z0-9-]+:[a-z0-9*?]+$/.test(pattern);
}

/** Among equals the shorter name: those are the ones that readers know. */
function worstFirst(facts: readonly ActionFact[]): readonly ActionFact[] {
  return facts
    .map((fact) => ({ fact, name: fact.name, rank: rank(fact) }))
    .sort((a, b) => b.rank - a.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .map(({ fact }) => fact);
}

/** What is called reading comes last, whatever AWS classifies it as: `glue:GetQuery` manages permissions, and shows nobody what is wrong. */
function rank({ name, levels }: ActionFact): number {
  if (isForReading(name.toLowerCase())) return 0;
  return levels.has("permissions-management") ? 3 : levels.has("write") ? 2 : 1;
}
