import type { Condition } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import { literalText, showText, type Text, wholeText } from "#model/text.ts";
import { parseArn } from "../arn.ts";
import { isLiteral, pins } from "./pins.ts";
import { awsPrincipal } from "./principals.ts";

/** For each condition that pins the caller, whom it names. All of them hold at once. */
export function namedByConditions(conditions: readonly Condition[]): readonly (readonly Principal[])[] {
  return conditions.filter((one) => pins(one) === "yes").map(callers);
}

/** Whom the values of a condition name; nobody goes by a value whose wildcards stand for themselves. Where a key tells a network or the like, nobody can say who comes from there. */
export function callers(condition: Condition): readonly Principal[] {
  const read = readers.get(showText(condition.key).toLowerCase()) ?? unclear;
  return condition.values.flatMap((text): readonly Principal[] => {
    const value = wholeText(text);
    if (!value.known) return [{ kind: "unknown", hole: value.hole, text }];
    const never = isLiteral(condition.operator) && /[*?]/.test(value.value);
    return never ? [] : [read(value.value, text)];
  });
}

const readers: ReadonlyMap<string, (value: string, text: Text) => Principal> = new Map([
  ["aws:principalarn", ofArn],
  ["aws:principalaccount", awsPrincipal],
  ["aws:principalorgid", ofOrganization],
  ["aws:principalorgpaths", ofOrganization],
  ["aws:principalisawsservice", service],
  ["aws:principalservicename", service],
]);

/** An ARN with wildcards names, at most, everybody of its account. */
function ofArn(value: string, text: Text): Principal {
  const account = parseArn(value)?.account;
  if (account === undefined || !/[*?]/.test(value)) return awsPrincipal(value, text);
  return /^\d{12}$/.test(account) ? { kind: "account", account, text } : unclear(value, text);
}

/** `o-abc123def4`, or a path that begins with it. */
function ofOrganization(value: string): Principal {
  return { kind: "organization", text: literalText(value.split("/", 1)[0] ?? value) };
}

function service(_value: string, text: Text): Principal {
  return { kind: "service", text };
}

function unclear(_value: string, text: Text): Principal {
  return { kind: "unrecognized", text };
}
