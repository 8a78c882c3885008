import type { TrustStatement } from "#model/policy.ts";
import type { Principal } from "#model/principal.ts";
import type { Answer, LooseSubject } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { both, type Truth } from "#model/truth.ts";
import { audienceOf } from "./audience.ts";
import { type ClaimTests, claimTests } from "./claim-tests.ts";
import { isDenied } from "./denied.ts";
import { entryOf, letsIn } from "./entrants.ts";
import { subjectsOf } from "./federated-subjects.ts";
import { knownPatterns } from "./patterns.ts";
import { issuerOf } from "./subject-grammar.ts";

/** Who comes from identity providers and should not: see `Semantics.looseSubjects`. */
export function looseSubjects(statement: TrustStatement, document: readonly TrustStatement[]): readonly LooseSubject[] {
  const entry = { ...statement, actions: entryOf(statement).actions };
  const lets = letsIn(entry);
  const comes = both(lets.holds, byWebIdentity(entry));
  if (comes === "no" || statement.principals.match === "all-except") return [];
  return statement.principals.principals.flatMap((principal) => {
    const sure = speaksOidc(principal);
    if (sure === "no" || isDenied(principal, entry, document)) return [];
    const waits = [...lets.waits, ...(principal.kind === "unknown" ? [principal.hole] : [])];
    return ofProvider(principal, statement, document).map((one) => perhaps(one, { holds: both(comes, sure), waits }));
  });
}

function perhaps(loose: LooseSubject, lets: Answer): LooseSubject {
  const holds = both(loose.holds, lets.holds);
  return { ...loose, holds, waits: holds === "unknown" ? [...loose.waits, ...lets.waits] : [] };
}

/** Tokens are taken by one action only. */
function byWebIdentity({ actions }: TrustStatement): Truth {
  if (knownPatterns(actions).includes("sts:assumerolewithwebidentity")) return "yes";
  return knownPatterns(actions).length === actions.patterns.length ? "no" : "unknown";
}

function speaksOidc(principal: Principal): Truth {
  if (principal.kind === "unknown") return "unknown";
  if (principal.kind !== "federated" || principal.protocol === "saml") return "no";
  return principal.protocol === "oidc" ? "yes" : "unknown";
}

function ofProvider(
  principal: Principal,
  statement: TrustStatement,
  document: readonly TrustStatement[],
): readonly LooseSubject[] {
  const url = principal.kind === "federated" ? principal.issuer : undefined;
  const known = issuerOf(url);
  const claims = claimTests(statement, document, url);
  if (claims.dead || isShutOut(claims)) return [];
  const provider = { name: known?.name ?? url ?? showText(principal.text), known };
  const subjects = subjectsOf(claims, provider);
  return subjects.length > 0 ? subjects : audienceOf(claims, provider);
}

/** A literal value with a wildcard fits no token; where all values of a test do not, nobody passes it. */
function isShutOut({ tests }: ClaimTests): boolean {
  return tests.some(
    (one) =>
      one.literal &&
      one.values.every(
        (value) => value.length > 0 && value.every((part) => typeof part === "string") && /[*?]/.test(showText(value)),
      ),
  );
}
