import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { UnscopedAction } from "#model/semantics.ts";
import { holesOf, showText, type Text, wholeText } from "#model/text.ts";
import { both, either, not, type Truth, truth } from "#model/truth.ts";
import { type ActionFact, type ActionTable, beyondReading } from "../data/actions.ts";
import { allOfWaits, isAllOf } from "./effective-star.ts";
import { narrowed } from "./narrowed.ts";
import { allows } from "./open.ts";
import { knownPatterns } from "./patterns.ts";
import { takenBack } from "./taken-back.ts";
import { isForReading } from "./wildcards.ts";

/** The actions that are allowed on everything though they need not be: see `Semantics.unscopedActions`. */
export function unscopedActions(
  statement: PermissionStatement,
  policy: Policy,
  table: ActionTable,
): readonly UnscopedAction[] {
  const { actions, resources } = statement;
  if (actions.match === "all-except" || resources.match === "all-except" || allows(statement) === "no") return [];
  if (resources.patterns.every(namesSomething)) return [];
  const loose = looseIn(statement, policy);
  const whole = wholeServices(knownPatterns(actions));
  return distinct(actions.patterns)
    .filter((text) => !isRepeated(text, whole))
    .map((text) => patternOf(text, loose, table))
    .filter((one) => one.holds !== "no")
    .map((one) => ({ ...one, holds: both(allows(statement), one.holds), waits: waitsOf(one, statement) }));
}

/** Each pattern once, however its letters are written. */
function distinct(patterns: readonly Text[]): readonly Text[] {
  return [...new Map(patterns.map((one) => [showText(one).toLowerCase(), one] as const)).values()];
}

/** Whether a resource is named without any wildcard: whatever the action, that is not everything. */
function namesSomething(text: Text): boolean {
  const value = wholeText(text);
  return value.known && !/[*?]/.test(value.value);
}

/** An action, of whichever service where that is not known. */
type Judged = Omit<ActionFact, "service"> & { readonly service: string | undefined };
type Loose = (fact: Judged) => Truth;

/** Whether a statement allows an action on everything of its service, and nothing narrows that. */
function looseIn(statement: PermissionStatement, policy: Policy): Loose {
  const back = takenBack(statement, policy);
  const stars = new Map<string | undefined, Truth>();
  return (fact) => {
    const all = stars.get(fact.service) ?? isAllOf(statement.resources, fact.service);
    stars.set(fact.service, all);
    return all === "no" ? "no" : both(all, not(narrowed(statement, fact)), not(back(fact.name)));
  };
}

/**
 * Actions that take resources and need everything all the same: the network interfaces that Lambda makes for a function in a VPC, whose ids nobody knows.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
const neverScoped = new Set([
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:UnassignPrivateIpAddresses",
]);

function isScopable(fact: ActionFact): boolean {
  return fact.takesResource === "always" && !neverScoped.has(fact.name);
}

function patternOf(text: Text, loose: Loose, table: ActionTable): UnscopedAction {
  const value = wholeText(text);
  const shown = showText(text);
  const pattern = shown.toLowerCase();
  if (!value.known) return { ...some, name: shown, pattern, holds: both("unknown", loose(stranger)) };
  if (isEverything(pattern)) return { ...some, name: pattern, pattern, apart: true, holds: loose(stranger) };
  const facts = table.expand(pattern);
  if (/[*?]/.test(pattern)) return { ...wildcard(pattern, facts, loose), name: shown };
  return named(pattern, facts[0], loose);
}

const some = { apart: false, beyondReading: true, onlyLogs: false, waits: [] } as const;

/**
 * What every function, task and instance does to say how it fares. AWS allows it on everything to whoever takes its own policy for that.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html
 */
const logging = new Set([
  "logs:CreateLogGroup",
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
  "ssm:UpdateInstanceInformation",
]);

/** An action that nothing is known of. */
const stranger: Judged = {
  service: undefined,
  name: "*",
  levels: new Set(),
  takesResource: "always",
  conditionKeys: new Set(),
};

/** An action that is not in the table grants nothing, or is newer than the table. */
function named(pattern: string, fact: ActionFact | undefined, loose: Loose): UnscopedAction {
  const [service, ...rest] = pattern.split(":");
  const own = fact ?? { ...stranger, service, name: pattern };
  const known: Truth = rest.length !== 1 ? "no" : fact === undefined ? "unknown" : truth(isScopable(fact));
  const holds = known === "no" ? "no" : both(known, loose(own));
  return {
    ...some,
    name: own.name,
    pattern,
    holds,
    beyondReading: beyondReading(own),
    onlyLogs: logging.has(own.name),
    apart: pattern === "iam:passrole",
  };
}

/** A pattern has to stand on everything when most of what it reaches takes nothing else: `ec2:Describe*`. */
function wildcard(pattern: string, facts: readonly ActionFact[], loose: Loose): UnscopedAction {
  const scopable = facts.filter(isScopable);
  const judged = scopable.length * 2 > facts.length ? scopable.map((fact) => ({ fact, holds: loose(fact) })) : [];
  const left = judged.filter(({ holds }) => holds !== "no");
  const beyond = left.some(({ fact }) => beyondReading(fact)) && !isForReading(pattern);
  const holds = either(...left.map((one) => one.holds));
  return { ...some, name: pattern, pattern, holds, beyondReading: beyond, apart: beyond };
}

function isEverything(pattern: string): boolean {
  return /^\*+(:\*+)?$/.test(pattern);
}

/** The services that are allowed as a whole, `*` among them for all; their actions need not be said again. */
function wholeServices(patterns: readonly string[]): ReadonlySet<string> {
  const whole = patterns.filter((one) => /^[\w-]+:\*+$/.test(one)).map(serviceOf);
  return new Set(patterns.some(isEverything) ? [...whole, "*"] : whole);
}

function isRepeated(text: Text, whole: ReadonlySet<string>): boolean {
  const value = wholeText(text);
  if (!value.known || value.value.endsWith("*")) return false;
  return whole.has("*") || whole.has(serviceOf(value.value));
}

function serviceOf(pattern: string): string {
  return pattern.slice(0, pattern.indexOf(":")).toLowerCase();
}

function waitsOf({ holds }: UnscopedAction, statement: PermissionStatement): UnscopedAction["waits"] {
  if (holds !== "unknown") return [];
  const { actions, conditions, resources, unread } = statement;
  const written = [...actions.patterns, ...conditions.flatMap((one) => [one.key, ...one.values])].flatMap(holesOf);
  return [...written, ...allOfWaits(resources), ...(unread === undefined ? [] : [unread])];
}
