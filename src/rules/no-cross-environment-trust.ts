import type { EnvironmentFact } from "#model/environment.ts";
import type { Claim, Evidence } from "#model/finding.ts";
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
  inspects: "trust",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ identity, statements }, context) {
    for (const party of trustedParties(identity, statements, context)) {
      const crossing = crossingOf(party, identity);
      if (crossing.holds !== "no" && !isAllowed(party, identity, context.settings))
        yield claimOf(party, crossing, identity);
    }
    if (identity.trustUnread !== undefined) yield undecided(identity, identity.trustUnread);
  },
});

function claimOf(party: TrustedParty, crossing: Crossing, role: Identity): Claim {
  return {
    holds: crossing.holds,
    detail: party.key,
    message: `${nameOf(role)} (${describe(role.environment)}) trusts ${party.name} (${describe(party.environment)})${crossing.note}`,
    evidence: [{ role: "primary", message: party.named, location: party.statement.at }, ...besides(party)],
    ...(crossing.holds === "yes" && crossing.down && { severity: "low" }),
    ...(crossing.needs.length > 0 && { needs: crossing.needs, fix: tell }),
    statements: [party.statement.id],
    waits: crossing.waits,
  };
}

/** What the other input says of somebody who is only named here. */
function besides({ neighbour, name, environment }: TrustedParty): readonly Evidence[] {
  if (neighbour === undefined) return [];
  return [{ role: "because", message: `${name}: ${describe(environment)}`, location: neighbour.at }];
}

const tell =
  "Name accounts or identities of which rolecall.yaml tells the environment: accounts under accounts, identities by tags or names under environments.";

interface Crossing {
  readonly holds: Claim["holds"];
  /** From a higher environment into a lower one. */
  readonly down: boolean;
  readonly waits: readonly Hole[];
  /** What nobody has told: `the environment of account 111122223333`. */
  readonly needs: readonly string[];
  readonly note: string;
}

const none: Crossing = { holds: "no", down: false, waits: [], needs: [], note: "" };

/** Two environments that are told are compared; without a word about either, one account is one environment; else nobody can tell. */
function crossingOf(party: TrustedParty, role: Identity): Crossing {
  const from = party.environment;
  const to = role.environment;
  const waits = [...party.waits, ...holesOf(from), ...holesOf(to)];
  if (from.kind === "told" && to.kind === "told") {
    const step = to.environment.rank - from.environment.rank;
    if (step > 0 || party.partly !== true) return compared(step, party, waits);
  }
  if (party.sameAccount === true && from.kind === "untold" && to.kind === "untold") return none;
  const note = ": whether that crosses environments cannot be told";
  return { ...none, holds: "unknown", waits, needs: needsOf(party, role), note };
}

function compared(step: number, party: TrustedParty, waits: readonly Hole[]): Crossing {
  if (step === 0) return none;
  return { ...none, holds: party.unsure ? "unknown" : "yes", down: step < 0, waits };
}

function holesOf(fact: EnvironmentFact): readonly Hole[] {
  return fact.kind === "unknown" ? [fact.hole] : [];
}

/** What the ruleset could tell. Who waits for the deployment is told by that. */
function needsOf(party: TrustedParty, role: Identity): readonly string[] {
  const untold = party.environment.kind === "untold" && party.waits.length === 0;
  return [
    ...(untold || party.partly === true ? [`the environment of ${party.name}`] : []),
    ...(role.environment.kind === "untold" ? [`the environment of ${nameOf(role)}`] : []),
  ];
}

function describe(fact: EnvironmentFact): string {
  if (fact.kind === "told") return `${fact.environment.name} by ${fact.environment.because}`;
  return fact.kind === "untold" ? "environment not told" : "environment not known yet";
}

/** Whether the ruleset means this crossing: by a name, an account or an environment that may enter the role's. */
function isAllowed(party: TrustedParty, role: Identity, settings: Settings): boolean {
  if (role.environment.kind !== "told") return false;
  const into = role.environment.environment.name;
  const environment =
    party.environment.kind === "told" && party.partly !== true ? [party.environment.environment.name] : [];
  const names = [...party.aliases, ...environment];
  return settings.trustAllowed.some(
    ({ from, to }) => to.includes(into) && names.some((name) => matchesGlob(from.toLowerCase(), name.toLowerCase())),
  );
}

function undecided(role: Identity, { hole, at }: NonNullable<Identity["trustUnread"]>): Claim {
  const message = `${nameOf(role)} may trust another environment: its trust policy is not wholly known before the deployment`;
  const evidence = [{ role: "primary", message: "not known before the deployment", location: at }] as const;
  return { holds: "unknown", detail: "*", message, evidence, waits: [hole] };
}
