import type { Condition, Statement } from "#model/policy.ts";
import { showText, type Text, wholeText } from "#model/text.ts";
import { either, type Truth, truth } from "#model/truth.ts";
import type { ActionFact } from "../data/actions.ts";
import { idleKeys } from "./condition-keys.ts";
import { isAttribute } from "./patterns.ts";

/** Whether conditions narrow what a statement allows of an action. They are the same as in `narrowings`, in three truths and with what the action knows. */
export function narrowed(statement: Statement, fact: Pick<ActionFact, "conditionKeys">): Truth {
  const unread: Truth = statement.unread === undefined ? "no" : "unknown";
  return either(unread, ...statement.conditions.map((one) => narrows(one, fact)));
}

function narrows(condition: Condition, fact: Pick<ActionFact, "conditionKeys">): Truth {
  if (condition.operator === "") return "unknown";
  if (condition.ifExists || condition.qualifier === "ForAllValues") return "no";
  const key = wholeText(condition.key);
  if (!key.known) return "unknown";
  const name = key.value.toLowerCase();
  if (idleKeys.has(name) || (/not/i.test(condition.operator) && !isFilled(name, fact))) return "no";
  return limits(condition);
}

/** A negated test of a key that AWS does not fill for the action is passed by everybody. */
function isFilled(key: string, { conditionKeys }: Pick<ActionFact, "conditionKeys">): boolean {
  if (key.startsWith("aws:") && !ofTheRequest.some((one) => key.startsWith(one))) return true;
  return conditionKeys.has(key) || [...conditionKeys].some((one) => /[/:]$/.test(one) && key.startsWith(one));
}

/** Global keys that AWS fills only for actions that know them. */
const ofTheRequest = ["aws:resourcetag/", "aws:requesttag/", "aws:tagkeys"];

/** Whether the values of a test let less through than everything; one that fits is enough for the test. */
export function limits({ operator, values }: Condition): Truth {
  if (!/like$/i.test(operator) || /not/i.test(operator)) return "yes";
  const open = either(...values.map(isAnything));
  return open === "unknown" ? "unknown" : truth(open === "no");
}

function isAnything(value: Text): Truth {
  const whole = wholeText(value);
  if (whole.known) return truth(/^\*+$/.test(whole.value));
  const [only] = value;
  const alone = value.length === 1 && typeof only === "object" && !isAttribute(only);
  return alone ? "unknown" : "no";
}

/** A condition's key, in lower case, as far as it is known. */
export function keyOf({ key }: Condition): string {
  return showText(key).toLowerCase();
}
