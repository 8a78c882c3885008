import type { Condition } from "#model/policy.ts";
import type { Answer, Demand, Demanded, OpenStatement } from "#model/semantics.ts";
import { holesOf, showText, type Text, wholeText } from "#model/text.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { isDeny, meansEverybody } from "./deny.ts";
import { entryOf } from "./entrants.ts";
import { fixed, isLiteral, negative, positive, withoutVariables } from "./pins.ts";
import { coversAll } from "./shut.ts";
import { sourceOf } from "./source-arn.ts";

/** Whether nobody gets in by a statement without what is asked: see `Semantics.demanded`. */
export function demanded(statement: OpenStatement, document: readonly OpenStatement[], demand: Demand): Demanded {
  const own = statement.conditions.map((one) => ({ one, holds: asks(one, statement.conditions, demand) }));
  const denials = denialsOf(statement, document).map((denial) => byDenial(denial, demand));
  const unread: readonly Answer[] =
    statement.unread === undefined ? [] : [{ holds: "unknown", waits: [statement.unread] }];
  const holds = either(...own.map(({ holds }) => holds), ...denials.map((one) => one.holds), ...unread.map(holdsOf));
  return {
    holds,
    waits:
      holds === "unknown"
        ? [
            ...own.filter((one) => one.holds === "unknown").flatMap(({ one }) => holesIn(one)),
            ...waitsOf(denials),
            ...waitsOf(unread),
          ]
        : [],
    values: [
      ...own.filter((one) => one.holds === "yes").flatMap(({ one }) => one.values.map(showText)),
      ...denials.flatMap((one) => one.values),
    ],
  };
}

function holdsOf({ holds }: Answer): Truth {
  return holds;
}

function waitsOf(answers: readonly Answer[]): readonly Hole[] {
  return answers.filter((one) => one.holds === "unknown").flatMap((one) => one.waits);
}

/** Denials of the same document that cover the statement, whoever it names. */
export function denialsOf(statement: OpenStatement, document: readonly OpenStatement[]): readonly OpenStatement[] {
  const denials = document.filter((one) => isDeny(one) && meansEverybody(one));
  if (denials.length === 0) return denials;
  const entry = entryOf(statement);
  return denials.filter((one) => coversAll(one, entry) !== "no");
}

/** A denial leaves who fails one of its tests: each of the tests must leave only those who bring what is asked. */
function byDenial(denial: OpenStatement, demand: Demand): Demanded {
  const left = both(
    denial.unread === undefined ? "yes" : "unknown",
    ...denial.conditions.map((one) => leaves(one, demand)),
    truth(denial.conditions.length > 0),
  );
  return {
    holds: left,
    waits: [...(denial.unread === undefined ? [] : [denial.unread]), ...denial.conditions.flatMap(holesIn)],
    values: left === "yes" ? denial.conditions.flatMap((one) => one.values.map(showText)) : [],
  };
}

function holesIn({ key, values }: Condition): readonly Hole[] {
  return [key, ...values].flatMap(holesOf);
}

/** Whether an allowing test holds only for those who bring what is asked. */
function asks(condition: Condition, all: readonly Condition[], demand: Demand): Truth {
  if (condition.operator === "") return "unknown";
  const judge = judgeOf(condition, demand);
  if (judge === "unknown" || judge === undefined) return judge ?? "no";
  if (demand === "mfa" && isMfaAge(condition))
    return truth(!condition.ifExists && /^numericless/i.test(condition.operator));
  const holds = positive.has(condition.operator.toLowerCase()) && !passesWithoutKey(condition, all);
  return holds ? both(...condition.values.map((one) => judge(one, isLiteral(condition.operator)))) : "no";
}

/** Whether who fails a test of a denial brings what is asked; where the key is absent, a negated test holds, and so does one with IfExists. */
function leaves(condition: Condition, demand: Demand): Truth {
  if (condition.operator === "") return "unknown";
  const judge = judgeOf(condition, demand);
  if (judge === "unknown" || judge === undefined) return judge ?? "no";
  const operator = condition.operator.toLowerCase();
  if (demand === "mfa")
    return isMfaAge(condition)
      ? truth(condition.ifExists && /^numericgreater/.test(operator))
      : truth(condition.ifExists && operator === "bool" && condition.values.every(isFalse));
  if (!negative.has(operator) || condition.qualifier === "ForAnyValue") return "no";
  return both(...condition.values.map((one) => judge(one, isLiteral(condition.operator))));
}

function isFalse(text: Text): boolean {
  return showText(text).toLowerCase() === "false";
}

/** A test with IfExists or ForAllValues passes where its key is absent, unless another test asks for the key. */
export function passesWithoutKey({ ifExists, qualifier, key }: Condition, all: readonly Condition[]): boolean {
  if (!ifExists && qualifier !== "ForAllValues") return false;
  const name = showText(key).toLowerCase();
  return !all.some(
    (one) =>
      one.operator.toLowerCase() === "null" &&
      showText(one.key).toLowerCase() === name &&
      one.values.length > 0 &&
      one.values.every(isFalse),
  );
}

type Judge = (value: Text, literal: boolean) => Truth;

/** How the values of a condition are judged, where its key has to do with what is asked. */
function judgeOf(condition: Condition, demand: Demand): Judge | "unknown" | undefined {
  const key = wholeText(condition.key);
  if (!key.known) return "unknown";
  return judges[demand](key.value.toLowerCase());
}

const judges: Readonly<Record<Demand, (key: string) => Judge | undefined>> = {
  "external-id": (key) => (key === "sts:externalid" ? secret : undefined),
  organization: (key) => (key === "aws:principalorgid" || key === "aws:principalorgpaths" ? exact : undefined),
  mfa: (key) => (key.startsWith("aws:multifactorauth") ? isTrue : undefined),
  caller: (key) => judges["external-id"](key) ?? judges.mfa(key) ?? (callerKeys.test(key) ? chosen : undefined),
  source: (key) => (key === "aws:sourcearn" ? withAccount : sourceKeys.test(key) ? exact : undefined),
  "source-name": (key) => (key === "aws:sourcearn" ? withName : undefined),
};

/** Keys that tell who of an account calls. */
const callerKeys =
  /^aws:(principalarn|principalorgid|principalorgpaths|principaltag\/.*|userid|username|federatedprovider|principalissueridentity)$/;

/** Keys that tell for whom a service acts: those of AWS, and what some services bring of their own. */
const sourceKeys =
  /^(aws:source(account|owner|orgid|orgpaths)|sts:externalid|sts:sourceidentity|aws:principaltag\/x509.*|kms:calleraccount|kms:encryptioncontext:.*|lambda:eventsourcetoken)$/;

function isMfaAge({ key }: Condition): boolean {
  return showText(key).toLowerCase() === "aws:multifactorauthage";
}

function isTrue(value: Text): Truth {
  const known = wholeText(value);
  return known.known ? truth(known.value.toLowerCase() === "true") : "unknown";
}

function exact(value: Text, literal: boolean): Truth {
  return fixed(value, "prefix", literal);
}

/** Anything but everybody. */
function chosen(value: Text): Truth {
  const known = wholeText(value);
  return known.known ? truth(!/^[*?]*$/.test(known.value)) : "unknown";
}

function withAccount(value: Text): Truth {
  const source = sourceOf(value);
  return source === "unknown" ? "unknown" : truth(source === "account");
}

function withName(value: Text): Truth {
  const source = sourceOf(value);
  return source === "unknown" ? "unknown" : truth(source !== "open");
}

/** An external id counts when it is one, and not whatever the caller likes. What a provider draws by lot has no wildcards. */
function secret(value: Text, literal: boolean): Truth {
  const known = wholeText(value);
  if (!known.known) return truth(isDrawn(value)) === "yes" ? "yes" : "unknown";
  const { plain, varies } = withoutVariables(known.value);
  return truth(plain !== "" && !varies && (literal || !/[*?]/.test(plain)));
}

function isDrawn(value: Text): boolean {
  const targets = holesOf(value).flatMap((one) => one.refs.flatMap((ref) => ref.targets));
  return targets.length > 0 && targets.every((address) => /(^|\.)random_(id|password|pet|string|uuid)\./.test(address));
}
