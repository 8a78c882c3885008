import { matchesGlob } from "#model/glob.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { Inversion } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { both, either, not, type Truth } from "#model/truth.ts";
import { type ActionFact, type ActionTable, beyondReading } from "../data/actions.ts";
import { lowered } from "./deny.ts";
import { allows } from "./open.ts";
import { isEverything, knownPatterns, patternHoles } from "./patterns.ts";
import { takenBack } from "./taken-back.ts";
import { worstOf } from "./wildcards.ts";

/** What a statement grants by exception: see `Semantics.inversions`. */
export function inversions(statement: PermissionStatement, policy: Policy, table: ActionTable): readonly Inversion[] {
  const inverted = elementsOf(statement);
  if (inverted.length === 0 || allows(statement) === "no") return [];
  const left = leftOf(statement, policy, table);
  return inverted.map((element) => inversion(element, statement, left));
}

function elementsOf({ actions, resources }: PermissionStatement): readonly Inversion["element"][] {
  return [
    ...(actions.match === "all-except" ? (["NotAction"] as const) : []),
    ...(resources.match === "all-except" ? (["NotResource"] as const) : []),
  ];
}

function inversion(element: Inversion["element"], statement: PermissionStatement, left: readonly Left[]): Inversion {
  const { actions, resources, unread } = statement;
  const set = element === "NotAction" ? actions : resources;
  const everywhere = isEverything(resources).holds;
  const listed: Truth = patternHoles(set).length > 0 ? "unknown" : "yes";
  const read: Truth = unread === undefined ? "yes" : "unknown";
  const granted = whether(
    statement.actions,
    either(...left.filter((one) => matters(one, element)).map((one) => one.holds)),
  );
  const holds = both(allows(statement), read, listed, element === "NotResource" ? everywhere : "yes", granted);
  const waits = [...patternHoles(actions), ...patternHoles(resources), ...(unread === undefined ? [] : [unread])];
  return {
    element,
    except: set.patterns.map(showText),
    holds,
    waits: holds === "unknown" ? waits : [],
    everywhere: everywhere !== "no",
    ...summary(left.map((one) => one.fact)),
  };
}

/** What is granted when an action is not known yet: it may be one more, and an exception may be one less. */
function whether(actions: PatternSet, granted: Truth): Truth {
  if (patternHoles(actions).length === 0) return granted;
  return actions.match === "only" ? either(granted, "unknown") : both(granted, "unknown");
}

/** An action that a statement still grants, and whether it surely does. */
interface Left {
  readonly fact: ActionFact;
  readonly holds: Truth;
}

/** Reading all but a few actions is not what the exception is feared for; reading all but a few resources is. What takes no resource is on everything anyway. */
function matters({ fact }: Left, element: Inversion["element"]): boolean {
  return element === "NotAction" ? beyondReading(fact) : fact.takesResource !== "never";
}

function summary(facts: readonly ActionFact[]): Pick<Inversion, "beyondReading" | "reaches"> {
  const beyond = worstOf(facts);
  const examples = (beyond.length > 0 ? beyond : facts).slice(0, 3).map((fact) => fact.name);
  return { beyondReading: beyond.length > 0, reaches: { count: facts.length, examples } };
}

function leftOf(statement: PermissionStatement, policy: Policy, table: ActionTable): readonly Left[] {
  const back = takenBack(statement, policy);
  return factsOf(lowered(statement.actions), table)
    .map((fact) => ({ fact, holds: not(back(fact.name)) }))
    .filter(({ holds }) => holds !== "no");
}

function factsOf(actions: PatternSet, table: ActionTable): readonly ActionFact[] {
  const patterns = knownPatterns(actions);
  if (actions.match === "only") return [...new Set(patterns.flatMap((one) => table.expand(one)))];
  const byService = Map.groupBy(patterns, (one) => one.slice(0, Math.max(one.indexOf(":"), 0)));
  const general = patterns.filter((one) => /^\*+(:|$)/.test(one));
  const isListed = (fact: ActionFact) =>
    [...general, ...(byService.get(fact.service) ?? [])].some((one) => matchesGlob(one, fact.name.toLowerCase()));
  return table.expand("*").filter((fact) => !isListed(fact));
}
