import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import type { Entrant } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { type Party, partyOf } from "./party.ts";
import type { RuleContext } from "./rule.ts";

/** A party that a role's trust policy lets in. */
export interface TrustedParty extends Party {
  readonly statement: TrustStatement;
  /** How the policy names it: `Principal "111122223333"`. */
  readonly named: string;
  /** Whether it is let in at all cannot be told. */
  readonly unsure: boolean;
  /** What it waits for, when nobody can tell who it is or whether it gets in. */
  readonly waits: readonly Hole[];
}

/** The accounts, organizations and identities that a role trusts. */
export function trustedParties(
  role: Identity,
  statements: readonly TrustStatement[],
  context: RuleContext<unknown>,
): readonly TrustedParty[] {
  const semantics = context.semantics(role);
  return statements.flatMap((statement) =>
    semantics.entrants(statement, statements).flatMap((entrant) => {
      const party = partyOf(entrant, role, context);
      return party === undefined ? [] : [trusted(party, entrant, statement)];
    }),
  );
}

/** Who is no principal of the statement comes by a condition that narrows everybody down. */
function trusted(party: Party, { principal, holds, waits }: Entrant, statement: TrustStatement): TrustedParty {
  const text = showText(principal.text);
  const listed = isListed(text, statement);
  const own = principal.kind === "unknown" ? [principal.hole] : [];
  return {
    ...party,
    name: listed || principal.kind !== "unrecognized" ? party.name : `whoever comes by ${text}`,
    statement,
    named: listed ? `Principal "${text}"` : `everybody, narrowed down by a condition to "${text}"`,
    unsure: holds === "unknown",
    waits: [...own, ...waits],
  };
}

function isListed(text: string, { principals }: TrustStatement): boolean {
  return principals.match === "only" && principals.principals.some((one) => showText(one.text) === text);
}
