import type { Condition, TrustStatement } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import { type Text, wholeText } from "#model/text.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";

/**
 * Whether a machine acts as a role. People come through a SAML provider, through IAM Identity Center (path `/aws-reserved/sso`), or prove themselves by a
 * second factor; whatever else may assume a role is a machine. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html
 */
export function roleMachine(path: string | undefined, trust: readonly TrustStatement[], unread: boolean): Truth {
  if (path?.startsWith("/aws-reserved/sso") === true) return "no";
  const allowed = trust.filter((one) => !one.effect.known || one.effect.value === "allow");
  const certain = allowed.filter(({ form }) => form === undefined);
  const forPeople = certain.map(isForPeople);
  if (forPeople.includes("no")) return "yes";
  if (unread || certain.length < allowed.length || forPeople.includes("unknown")) return "unknown";
  return allowed.length === 0 ? "yes" : "no";
}

function isForPeople(statement: TrustStatement): Truth {
  const { match, principals } = statement.principals;
  return either(asksForMfa(statement), match === "only" ? both(...principals.map(isSaml)) : "no");
}

function isSaml(principal: Principal): Truth {
  if (principal.kind === "unknown") return principal.mayBeFederated === true ? "unknown" : "no";
  return truth(principal.kind === "federated" && principal.protocol === "saml");
}

/** Of a service nobody asks a second factor, so that a condition that is not known is none of these. */
function asksForMfa({ conditions, principals, unread }: TrustStatement): Truth {
  const asks = either(...conditions.map(isMfa), unread === undefined ? "no" : "unknown");
  const isForServices = principals.match === "only" && principals.principals.every(({ kind }) => kind === "service");
  return asks === "unknown" && isForServices ? "no" : asks;
}

function isMfa({ key, operator, ifExists, values }: Condition): Truth {
  const name = wholeText(key);
  if (!name.known) return operator === "" || isBool(operator) ? "unknown" : "no";
  if (name.value.toLowerCase() !== "aws:multifactorauthpresent" || !isBool(operator) || ifExists) return "no";
  return both(...values.map(isTrue));
}

function isBool(operator: string): boolean {
  return operator.toLowerCase() === "bool";
}

function isTrue(text: Text): Truth {
  const value = wholeText(text);
  return value.known ? truth(value.value.toLowerCase() === "true") : "unknown";
}
