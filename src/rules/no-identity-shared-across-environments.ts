import type { Environment } from "#model/environment.ts";
import type { Claim, Evidence } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { Hole } from "#model/value.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { type Use, usesBySomebody, usesOf } from "./uses.ts";
import { nameOf, nameOrAddress } from "./words.ts";

interface Options {
  readonly shared: readonly string[];
}

export default defineRule<"use", Options>({
  id: "no-identity-shared-across-environments",
  family: "ENV",
  severity: "high",
  title: "No identity is used in two environments",
  why: "Whoever breaks into the workload of the lower environment, which is guarded less, has the identity of the higher one in his hands.",
  fix: "Give each environment an identity of its own.",
  inspects: "use",
  defaults: { shared: ["shared"] },
  options: (z) =>
    z.strictObject({
      shared: z
        .array(z.string().min(1))
        .default(["shared"])
        .describe("environments whose identities and workloads are meant for all"),
    }),
  *claims({ identity, workloads }, context) {
    const { shared } = context.options;
    if (isShared(identity, shared) || identity.serviceLinked) return;
    const uses = usesOf(identity, workloads).filter(({ workload }) => !isShared(workload, shared));
    const found = [...new Map(uses.flatMap(byEnvironment)).values()].sort(lowestFirst);
    const highest = highestOf(identity, found);
    for (const one of found) {
      if (highest !== undefined && one.environment.name !== highest.environment.name)
        yield claimOf(identity, highest, one);
    }
    yield* undecided(identity, uses, environmentsOf(identity, found), context);
  },
});

interface Found {
  readonly environment: Environment;
  readonly use: Use;
}

/** The first use of each environment stands for all: an identity may have thousands. */
function byEnvironment(use: Use): readonly (readonly [string, Found])[] {
  const { environment } = use.workload;
  return environment.kind === "told"
    ? [[environment.environment.name, { environment: environment.environment, use }]]
    : [];
}

function isShared({ environment }: Pick<Identity, "environment">, shared: readonly string[]): boolean {
  return environment.kind === "told" && shared.includes(environment.environment.name);
}

function lowestFirst(a: Found, b: Found): number {
  return a.environment.rank - b.environment.rank || (a.environment.name < b.environment.name ? -1 : 1);
}

/** Where the identity belongs: its own environment, or the highest that it is used in. */
interface Home {
  readonly environment: Environment;
  readonly use?: Use;
}

function highestOf({ environment }: Identity, found: readonly Found[]): Home | undefined {
  return environment.kind === "told" ? { environment: environment.environment } : found.at(-1);
}

function environmentsOf({ environment }: Identity, found: readonly Found[]): readonly string[] {
  const own = environment.kind === "told" ? [environment.environment.name] : [];
  return [...new Set([...own, ...found.map((one) => one.environment.name)])];
}

function claimOf(identity: Identity, { environment: home, use: other }: Home, { environment, use }: Found): Claim {
  const workload = `${use.workload.type} ${nameOrAddress(use.workload)}`;
  const elsewhere = other === undefined ? "belongs to" : "is used in";
  return {
    holds: "yes",
    detail: environment.name,
    message: `${nameOf(identity)} ${elsewhere} ${home.name} (by ${home.because}), and ${workload} of ${environment.name} (by ${environment.because}) runs as it`,
    evidence: [
      evidence("primary", use, environment.name),
      ...(other === undefined
        ? [
            {
              role: "because",
              message: `the ${identity.kind}${madeBy(identity)} belongs to ${home.name}`,
              location: identity.at,
            } as const,
          ]
        : [evidence("because", other, home.name)]),
    ],
  };
}

function madeBy({ deployedBy }: Identity): string {
  return deployedBy === undefined ? "" : ` of ${deployedBy}`;
}

function evidence(role: Evidence["role"], { workload, at, use }: Use, environment: string): Evidence {
  return { role, message: `${workload.address} (${environment}) has it as ${use}`, location: at };
}

/** Where the identity is used in one environment for sure, and may be in another one. */
function* undecided(
  identity: Identity,
  uses: readonly Use[],
  told: readonly string[],
  context: RuleContext<Options>,
): Iterable<Claim> {
  const doubtful = uses.find(({ environmentUnread }) => environmentUnread !== undefined);
  if (doubtful?.environmentUnread !== undefined && (told.length > 0 || uses.length > 1))
    yield unknown(identity, doubtful, [doubtful.environmentUnread], "the environment of one workload is not known yet");
  const unread = identity.environment.kind === "unknown" ? identity.environment.hole : undefined;
  const [first] = uses;
  if (unread !== undefined && first !== undefined)
    yield unknown(identity, first, [unread], "its own environment is not known yet");
  const other = usesBySomebody(context.graph).find(
    (one) => one.mayBe(identity.id) && !isShared(one.use.workload, context.options.shared) && differs(one.use, told),
  );
  if (other !== undefined)
    yield unknown(identity, other.use, other.waits, `whom ${other.use.workload.address} runs as is not known yet`);
}

function differs({ workload, environmentUnread }: Use, told: readonly string[]): boolean {
  const { environment } = workload;
  if (told.length === 0) return false;
  return environment.kind === "told" ? !told.includes(environment.environment.name) : environmentUnread !== undefined;
}

function unknown(identity: Identity, use: Use, waits: readonly Hole[], why: string): Claim {
  return {
    holds: "unknown",
    detail: "*",
    message: `${nameOf(identity)} could perhaps be used in two environments: ${why}`,
    evidence: [{ role: "primary", message: why, location: use.at }],
    waits,
  };
}
