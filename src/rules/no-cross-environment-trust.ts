import type { EnvironmentFact } from "#model/environment.ts";
import type { Claim } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { Identity } from "#model/identity.ts";
import type { Settings } from "#model/ruleset.ts";
import type { Hole } from "#model/value.ts";
import { defineRule } from "./rule.ts";
import { type TrustedParty, trustedParties } from "./trusted-parties.ts";
import { nameOf } from "./words.ts";

export default defineRule({
  id: "no-cross-environment-trust",
  family: "TRUST",
  severity: "high",
  title: "No environment is entered from a lower one",
  why: "Whoever breaks into the lower environment, which is guarded less, walks on into the higher one.",
  fix: "Trust an identity of the same environment, or declare a crossing that is meant under trust-allowed in rolecall.yaml.",
  frameworks: { "owasp-nhi": ["NHI8"], "cis-aws-7.0": ["2.1.4"], "nist-800-53-r5": ["AC-4(21)"] },
  inspects: "trust",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ identity, statements }, context) {
    for (const party of trustedParties(identity, statements, context)) {
      if (!isAllowed(party, identity, context.settings)) yield claimOf(party, identity);
    }
    if (identity.trustUnread !== undefined) yield undecided(identity, identity.trustUnread);
  },
});

function claimOf(party: TrustedParty, role: Identity): Claim {
  const crossing = crossingOf(party, role);
  return {
    holds: crossing.holds,
    detail: party.key,
    message: `${nameOf(role)} (${describe(role.environment)}) trusts ${party.name} (${describe(party.environment)})${crossing.note}`,
    evidence: [{ role: "primary", message: `Principal "${party.key}"`, location: party.statement.at }],
    ...(crossing.holds === "yes" && crossing.down && { severity: "low" }),
    statements: [party.statement.id],
    waits: crossing.waits,
  };
}

interface Crossing {
  readonly holds: Claim["holds"];
  /** From a higher environment into a lower one. */
  readonly down: boolean;
  readonly waits: readonly Hole[];
  readonly note: string;
}

/** Two environments that are told are compared; without a word about either, one account is one environment; else nobody can tell. */
function crossingOf(
  { hole, environment: from, sameAccount, statement }: TrustedParty,
  { environment: to }: Identity,
): Crossing {
  const none: Crossing = { holds: "no", down: false, waits: [], note: "" };
  const waits = [hole, holeOf(from), holeOf(to), statement.effect.known ? undefined : statement.effect.hole].filter(
    (one) => one !== undefined,
  );
  if (from.kind === "told" && to.kind === "told") {
    const step = to.environment.rank - from.environment.rank;
    if (step === 0) return none;
    return { ...none, holds: statement.effect.known ? "yes" : "unknown", down: step < 0, waits };
  }
  if (sameAccount && from.kind === "untold" && to.kind === "untold") return none;
  return { ...none, holds: "unknown", waits, note: ": whether that crosses environments cannot be told" };
}

function holeOf(fact: EnvironmentFact): Hole | undefined {
  return fact.kind === "unknown" ? fact.hole : undefined;
}

function describe(fact: EnvironmentFact): string {
  if (fact.kind === "told") return `${fact.environment.name} by ${fact.environment.because}`;
  return fact.kind === "untold" ? "environment not told" : "environment not known yet";
}

/** Whether the ruleset means this crossing: by a name, an account or an environment that may enter the role's. */
function isAllowed(party: TrustedParty, role: Identity, settings: Settings): boolean {
  if (role.environment.kind !== "told") return false;
  const into = role.environment.environment.name;
  const names = [...party.aliases, ...(party.environment.kind === "told" ? [party.environment.environment.name] : [])];
  return settings.trustAllowed.some(
    ({ from, to }) => to.includes(into) && names.some((name) => matchesGlob(from.toLowerCase(), name.toLowerCase())),
  );
}

function undecided(role: Identity, { hole, at }: NonNullable<Identity["trustUnread"]>): Claim {
  const message = `${nameOf(role)} may trust another environment: its trust policy is not wholly known before the deployment`;
  return {
    holds: "unknown",
    detail: "*",
    message,
    evidence: [{ role: "primary", message: "not known before the deployment", location: at }],
    waits: [hole],
  };
}
