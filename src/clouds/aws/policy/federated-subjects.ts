import type { Answer, LooseSubject } from "#model/semantics.ts";
import { holesOf, showText, type Text, wholeText } from "#model/text.ts";
import { both, either, not, type Truth, truth } from "#model/truth.ts";
import type { Issuer } from "../data/issuers.ts";
import type { ClaimTest, ClaimTests } from "./claim-tests.ts";
import { isFixed, pinnedByOthers, pinsWorkflow } from "./other-claims.ts";
import { isAttribute } from "./patterns.ts";
import { withoutVariables } from "./pins.ts";
import { type Fault, faultOf } from "./subject-grammar.ts";
import { matchesWildcard } from "./wildcard.ts";

/** An identity provider, and what is known of it. */
export interface Provider {
  readonly name: string;
  readonly known: Issuer | undefined;
}

/** The subjects of a provider that are let in and should not. All tests have to be passed, so the tightest counts; of the values of one, each is let in. */
export function subjectsOf(claims: ClaimTests, provider: Provider): readonly LooseSubject[] {
  const tested = claims.tests.filter((one) => one.claim === "sub");
  const loose = tightest(tested.map((one) => one.values.flatMap((value) => looseValue(value, one, provider))));
  return (loose ?? [untested(claims, provider)])
    .map((one) => besideOthers(one, claims, provider, tested.length > 0))
    .filter((one) => one.holds !== "no");
}

function tightest(found: readonly (readonly LooseSubject[])[]): readonly LooseSubject[] | undefined {
  const rank = (set: readonly LooseSubject[]) => set.filter((one) => one.holds === "yes").length * 1000 + set.length;
  return [...found].sort((a, b) => rank(a) - rank(b))[0];
}

/** What other tests make of it: they may tell who comes, or may once they are known; a workflow that is shared leaves little. */
function besideOthers(
  loose: LooseSubject,
  { tests, perhaps }: ClaimTests,
  { known }: Provider,
  tested: boolean,
): LooseSubject {
  const others = pinnedByOthers(tests, known, tested ? loose.detail : undefined);
  const workflow = pinsWorkflow(tests);
  const holds = both(loose.holds, not(others.holds), perhaps.length > 0 ? "unknown" : "yes");
  return {
    ...loose,
    holds,
    waits: holds === "unknown" ? [...loose.waits, ...others.waits, ...perhaps] : [],
    ...(workflow === "yes" && { grade: "little", lets: "whichever repository calls the pinned workflow" }),
  };
}

/** Nobody listed what the audiences of an issuer mean: it may give one to each application, or to whoever asks. */
function untested({ tests }: ClaimTests, { name, known }: Provider): LooseSubject {
  const audience = known === undefined && either(...tests.filter((one) => one.claim === "aud").map(isFixed)) !== "no";
  return {
    ...about(name, known),
    holds: audience ? "unknown" : "yes",
    detail: known?.claims[0] ?? "sub",
    lets: known?.everybody ?? "everybody who has a token of the issuer",
    grade: "many",
    ...(audience && { needs: [`whether an audience of ${name} stands for one application`] }),
  };
}

/** Whom one value of a test of the subject lets in. */
function looseValue(value: Text, { literal }: ClaimTest, { name, known }: Provider): readonly LooseSubject[] {
  const pattern = patternOf(value);
  if (literal && /[*?]/.test(pattern)) return [];
  const fault = /[*?]/.test(pattern) ? faultOf(pattern, known) : undefined;
  const proposes = isProposal(pattern, literal);
  const many = faultTruth(fault);
  const holds = either(many, truth(proposes), unknownRest(value, literal, known));
  if (holds === "no") return [];
  return [
    {
      ...about(name, known),
      holds,
      waits: holds === "unknown" ? holesOf(value) : [],
      detail: showText(value),
      lets:
        typeof fault === "object"
          ? fault.lets
          : proposes
            ? "workflows of pull requests"
            : "subjects that nobody can tell yet",
      grade: many === "no" && proposes ? "proposals" : "many",
      ...(fault === "unclear" && { needs: [`which subjects of ${name} fit ${showText(value)}`] }),
    },
  ];
}

function about(issuer: string, known: Issuer | undefined): Answer & Pick<LooseSubject, "issuer" | "documentation"> {
  return { holds: "yes", waits: [], issuer, ...(known !== undefined && { documentation: known.documentation }) };
}

function faultTruth(fault: Fault): Truth {
  return fault === "unclear" ? "unknown" : truth(fault !== undefined);
}

/** What is not known may have wildcards, unless it is the name of a resource or stands for itself; then it may still be a pull request of GitHub. */
function unknownRest(value: Text, literal: boolean, known: Issuer | undefined): Truth {
  if (wholeText(value).known || (value.length > 1 && holesOf(value).every(isAttribute))) return "no";
  return !literal || known === undefined || known.name === "GitHub Actions" ? "unknown" : "no";
}

/** The value with what is not known as something that stands there, and what the caller brings as a wildcard. */
function patternOf(value: Text): string {
  const text = value.map((part) => (typeof part === "string" ? part : (part.predicted ?? "\u0000"))).join("");
  return withoutVariables(text).plain;
}

/** `repo:acme/shop:pull_request`: whoever may propose a change runs it. https://docs.github.com/en/actions/reference/security/oidc */
function isProposal(pattern: string, literal: boolean): boolean {
  const context = /^repo:[^/:]*\/[^:]*:(.*)$/s.exec(pattern)?.[1];
  return context !== undefined && (literal ? context === "pull_request" : matchesWildcard(context, "pull_request"));
}
