import type { EnvironmentSource } from "#model/environment.ts";
import type { Claim } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import { defineRule } from "./rule.ts";
import { nameOf } from "./words.ts";

export default defineRule({
  id: "no-contradicting-environment",
  family: "ENV",
  severity: "medium",
  title: "Account, tags and name agree on the environment",
  why: "Where they say two things, one is wrong: people guard an identity of production as one of development, and checks compare it with the wrong neighbours.",
  fix: "Correct the tag or the name, or move the identity to where it belongs.",
  inspects: "identity",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ identity }, context) {
    const sources = context.environmentSources(identity);
    const [surest, ...others] = sources.filter(tells);
    if (surest === undefined || identity.serviceLinked) return;
    for (const other of others) {
      if (other.environment !== surest.environment) yield claimOf(identity, surest, other);
    }
    for (const hidden of hiddenOf(sources, identity)) yield undecided(identity, surest, hidden);
  },
});

type Telling = Extract<EnvironmentSource, { readonly environment: string }>;
type Hidden = Extract<EnvironmentSource, { readonly hole: unknown }>;

function tells(source: EnvironmentSource): source is Telling {
  return "environment" in source;
}

function isHidden(source: EnvironmentSource): source is Hidden {
  return "hole" in source;
}

/** What may say something, too. Of an account that is not known nothing tells but that it hides the environment. */
function hiddenOf(sources: readonly EnvironmentSource[], { account, environment }: Identity): readonly Hidden[] {
  const hidden = sources.filter(isHidden);
  if (hidden.length > 0 || account !== undefined || environment.kind !== "unknown") return hidden;
  return [{ kind: "account", shown: "the account", hole: environment.hole }];
}

function claimOf(identity: Identity, surest: Telling, other: Telling): Claim {
  return {
    holds: "yes",
    detail: other.kind === "name" ? "name" : other.shown,
    message: `${nameOf(identity)} belongs to ${surest.environment} by ${surest.shown} and to ${other.environment} by ${other.shown}`,
    evidence: [
      evidence(identity, other, `${other.shown} says ${other.environment}, ${surest.shown} says ${surest.environment}`),
    ],
    ...(other.kind === "name" && { confidence: "medium" }),
  };
}

function undecided(identity: Identity, surest: Telling, hidden: Hidden): Claim {
  return {
    holds: "unknown",
    detail: hidden.kind,
    message: `${nameOf(identity)} belongs to ${surest.environment} by ${surest.shown}; ${hidden.shown} could perhaps say otherwise`,
    evidence: [evidence(identity, hidden, `${hidden.shown} is not known yet`)],
    waits: [hidden.hole],
  };
}

function evidence(identity: Identity, source: EnvironmentSource, message: string): Claim["evidence"][number] {
  const at = source.kind === "tag" ? identity.tags.at : undefined;
  return { role: "primary", message, location: at ?? identity.at };
}
