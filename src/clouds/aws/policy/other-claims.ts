import type { Answer } from "#model/semantics.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import type { Issuer } from "../data/issuers.ts";
import type { ClaimTest } from "./claim-tests.ts";
import { withoutVariables } from "./pins.ts";

/** Whether other claims than the subject tell well enough who comes; `subject` is the pattern that lets too many in, where one is tested. */
export function pinnedByOthers(
  tests: readonly ClaimTest[],
  known: Issuer | undefined,
  subject: string | undefined,
): Answer {
  const isGithub = known?.name === "GitHub Actions";
  const asked = isGithub ? tests : tests.filter(({ claim }) => pinning(claim, known));
  const holds = isGithub ? ofGithub(tests, subject) : either(...asked.map(isFixed));
  return { holds, waits: holds === "unknown" ? asked.flatMap((one) => one.values.flatMap(holesOf)) : [] };
}

/** Any claim but the audience, which whoever asks for a token chooses with most issuers, and the way of authentication. */
function pinning(claim: string, known: Issuer | undefined): boolean {
  if (claim.startsWith("sts:")) return claim === "sts:rolesessionname" && known === undefined;
  return claim !== "sub" && claim !== "amr" && (claim !== "aud" || known?.claims.includes("aud") === true);
}

/** A repository of GitHub runs whatever its contributors propose: it takes a branch or an environment, too. */
function ofGithub(tests: readonly ClaimTest[], subject: string | undefined): Truth {
  const inSubject = truth(subject !== undefined && /^repo:[^/*?:]+\/[^*?:]+:/.test(subject));
  return both(either(inSubject, named(tests, /^repository(_id)?$/)), named(tests, /^(ref|environment)$/));
}

function named(tests: readonly ClaimTest[], claim: RegExp): Truth {
  return either(...tests.filter((one) => claim.test(one.claim)).map(isFixed));
}

/** A workflow that many repositories share: https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows */
export function pinsWorkflow(tests: readonly ClaimTest[]): Truth {
  return named(tests, /^job_workflow_ref$/);
}

/** Whether all values of a test are fixed: then it lets in whom its author means. */
export function isFixed({ values, literal }: ClaimTest): Truth {
  return both(...values.map((value) => isFixedValue(value, literal)));
}

function isFixedValue(value: Text, literal: boolean): Truth {
  const first = value[0];
  const whole = wholeText(value);
  if (!whole.known) return literal || (typeof first === "string" && !/^[*?]/.test(first)) ? "yes" : "unknown";
  const { plain, varies } = withoutVariables(whole.value);
  return truth(plain !== "" && !varies && (literal || !/^[*?]/.test(plain)));
}
