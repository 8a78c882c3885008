import type { Subject } from "#model/identity.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import type { Answer } from "#model/semantics.ts";
import { holesOf, showText, type Text, wholeText } from "#model/text.ts";
import { both, not, type Truth, truth } from "#model/truth.ts";
import { meansEverybody } from "./deny.ts";
import { allows } from "./open.ts";
import { patternHoles } from "./patterns.ts";
import { takenBack } from "./taken-back.ts";

/** The patterns that allow everything a service can do: see `Semantics.wholeServices`. */
export function wholeServices(
  statement: PermissionStatement,
  policy: Policy,
): readonly (Answer & { readonly pattern: string })[] {
  const { actions, unread } = statement;
  const sure = both(allows(statement), unread === undefined ? "yes" : "unknown");
  if (sure === "no") return [];
  const waits = unread === undefined ? [] : [unread];
  if (actions.match === "all-except") {
    const holds = both(sure, patternHoles(actions).length > 0 ? "unknown" : "yes");
    return [{ pattern: "NotAction", holds, waits: [...patternHoles(actions), ...waits] }];
  }
  const forAll = { ...policy, statements: policy.statements.filter(meansEverybody) };
  const back = takenBack(statement, forAll);
  return actions.patterns
    .map((text) => ({ text, whole: isWhole(text) }))
    .filter(({ whole }) => whole !== "no")
    .map(({ text, whole }) => ({
      pattern: showText(text).toLowerCase(),
      holds: both(sure, whole, not(back(showText(text)))),
      waits: [...holesOf(text), ...waits],
    }));
}

function isWhole(text: Text): Truth {
  const value = wholeText(text);
  return value.known ? truth(/^(\*+(:\*+)?|[\w-]+:\*+)$/.test(value.value)) : "unknown";
}

/**
 * Whether a principal is the account that owns a resource: what its policy gives that account, the account's own policies hand on. A key whose account is
 * not known belongs to the only account that its policy names, because a key without such a statement could not be managed.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function isOwner(principal: Principal, target: Subject, policy: Policy): Truth {
  if (principal.kind === "unknown" && principal.own === true) return "yes";
  if (principal.kind !== "account") return "no";
  if (target.account !== undefined) return truth(principal.account === target.account);
  const named = policy.statements.flatMap((one) => one.principals?.principals ?? []);
  const others = named.some((one) => one.kind === "account" && one.account !== principal.account);
  return /^(aws_kms_|AWS::KMS::)/.test(policy.type) && !others ? "yes" : "unknown";
}
