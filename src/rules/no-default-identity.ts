import type { Claim } from "#model/finding.ts";
import type { Identity, Workload } from "#model/identity.ts";
import { holesOf } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { nameUnread } from "./environment-tags.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { nameOf, nameOrAddress } from "./words.ts";

export default defineRule({
  id: "no-default-identity",
  family: "LIFE",
  severity: "medium",
  title: "No workload runs as the default identity of its platform",
  why: "An identity that the platform makes for everybody has the rights that anybody may need, and nobody can take one from it without breaking the others.",
  fix: "Give the workload a role of its own, with what it needs.",
  inspects: "workload",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ workload }, context) {
    for (const one of workload.runsAs) {
      const identity = identityOf(one, context);
      const grade = identity?.vendorDefault;
      if (identity !== undefined && grade !== undefined) yield claimOf(workload, one, identity, grade);
      const waits = identity === undefined ? holesOf(one.text).filter(isFromElsewhere) : namesUnread(identity);
      if (waits.length > 0) yield undecided(workload, one, waits);
    }
  },
});

type Use = Workload["runsAs"][number];

function identityOf({ identity }: Use, context: RuleContext<unknown>): Identity | undefined {
  const node = identity === undefined ? undefined : context.node(identity);
  return node !== undefined && "serviceLinked" in node ? node : undefined;
}

/** What names a resource of this deployment names none that AWS made. */
function isFromElsewhere({ refs }: Hole): boolean {
  const names = refs.filter(
    ({ targets, attribute = "" }) => targets.length > 0 && /(^|_)(arn|id|name)$/.test(attribute),
  );
  return refs.length === 0 || names.length < refs.length;
}

/** What this deployment makes is no default; of what is looked up the name tells. */
function namesUnread(identity: Identity): readonly Hole[] {
  const hidden = identity.presence === "outside" ? nameUnread(identity) : undefined;
  return hidden === undefined ? [] : [hidden];
}

function claimOf(workload: Workload, { use, at }: Use, identity: Identity, grade: "much" | "little"): Claim {
  return {
    holds: "yes",
    detail: nameOrAddress(identity),
    message: `${workload.address} runs as ${nameOf(identity)} (${use}), which AWS makes once for all workloads of an account`,
    evidence: [{ role: "primary", message: `the ${use} is ${nameOf(identity)}, which may do ${grade}`, location: at }],
    severity: grade === "much" ? "medium" : "low",
  };
}

function undecided(workload: Workload, { use, at }: Use, waits: readonly Hole[]): Claim {
  return {
    holds: "unknown",
    detail: use,
    message: `${workload.address} could perhaps run as a default identity: its ${use} is not known yet`,
    evidence: [{ role: "primary", message: `the ${use} is not known yet`, location: at }],
    severity: "low",
    waits,
  };
}
