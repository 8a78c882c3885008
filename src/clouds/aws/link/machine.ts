import type { TrustStatement } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import { showText } from "#model/text.ts";
import { both, type Truth, truth } from "#model/truth.ts";

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
  if (asksForMfa(statement)) return "yes";
  if (statement.principals.match !== "only") return "no";
  return both(...statement.principals.principals.map(isSaml));
}

function isSaml(principal: Principal): Truth {
  if (principal.kind === "unknown") return principal.mayBeFederated === true ? "unknown" : "no";
  return truth(principal.kind === "federated" && principal.protocol === "saml");
}

function asksForMfa(statement: TrustStatement): boolean {
  return statement.conditions.some(
    (one) =>
      showText(one.key).toLowerCase() === "aws:multifactorauthpresent" &&
      one.operator.toLowerCase() === "bool" &&
      !one.ifExists &&
      one.values.every((value) => showText(value).toLowerCase() === "true"),
  );
}
