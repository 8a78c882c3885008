import type { Endpoint } from "#model/endpoint.ts";
import type { Claim, Evidence, Severity } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import { both, either, type Truth } from "#model/truth.ts";
import { administrator } from "./administrator.ts";
import { type Handed, handed } from "./handed-roles.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { nameOrAddress } from "./words.ts";

/** A pool that is meant to have guests. */
interface Meant {
  readonly pool: string;
  readonly reason: string;
}

interface Options {
  readonly guests: readonly Meant[];
}

export default defineRule<"endpoint", Options>({
  id: "no-guest-identity-pool",
  family: "TRUST",
  severity: "high",
  title: "Nobody gets credentials without signing in",
  why: "The id of an identity pool is in every copy of the app; whoever reads it there gets credentials of the role for guests.",
  fix: "Set allow_unauthenticated_identities = false, or declare the pool under the option guests, with the reason.",
  inspects: "endpoint",
  defaults: { guests: [] },
  options: (z) =>
    z.strictObject({
      guests: z
        .array(
          z.strictObject({
            pool: z.string().min(1).describe("its name or address; * stands for anything"),
            reason: z.string().min(1),
          }),
        )
        .default([])
        .describe("pools that are meant to have guests: pool and reason"),
    }),
  *claims({ endpoint }, context) {
    if (endpoint.form !== "identity-pool" || isMeant(endpoint, context.options)) return;
    yield guests(endpoint, context);
    yield users(endpoint, context);
  },
});

function isMeant(pool: Endpoint, { guests }: Options): boolean {
  const names = [nameOrAddress(pool), pool.address];
  return guests.some((one) => names.some((name) => matchesGlob(one.pool, name)));
}

/** Guests get the role for guests. Where nobody can tell yet which of the roles that is, it is one of those that are handed out. */
function guests(pool: Endpoint, context: RuleContext<Options>): Claim {
  const all = pool.leadsTo.map((one) => handed(one, context));
  const roles = all.filter(({ how }) => how === "acts-as-guest" || how === "acts-as-somebody");
  const names = roles.map(({ name }) => name);
  const admins = roles.map(({ role }) => (role === undefined ? "unknown" : administrator(role, context).holds));
  const isAdmin = admins.length > 0 && both(...admins) === "yes";
  const gets =
    roles.length === 0
      ? "becomes a guest of it; which role guests get is not told here"
      : `gets credentials of ${names.join(" or ")}${isAdmin ? ", an administrator" : ""}`;
  return {
    holds: pool.open.holds,
    detail: "guests",
    message: `${whoever(pool)} ${gets}`,
    evidence: [
      primary(pool),
      ...roles.map(({ name, at }): Evidence => ({ role: "path", message: `the pool hands out ${name}`, location: at })),
    ],
    severity: isAdmin ? "critical" : severityOf(pool, roles, context),
    waits: pool.open.waits,
  };
}

/** A role of this deployment that nothing is attached to gives guests nothing yet. */
function severityOf({ leadsToUnread }: Endpoint, roles: readonly Handed[], context: RuleContext<Options>): Severity {
  if (roles.length === 0) return leadsToUnread === undefined ? "medium" : "high";
  const idle = roles.every(({ role }) => role?.presence === "managed" && context.attachmentsOf(role.id).length === 0);
  return idle ? "low" : "high";
}

/**
 * The role of those who signed in must ask for that, or guests get it, too: where one of two roles is for guests and both let them in, one asks too little.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
function users(pool: Endpoint, context: RuleContext<Options>): Claim {
  const all = pool.leadsTo.map((one) => handed(one, context));
  const known = all.filter(({ how }) => how === "acts-as-user");
  const somebodies = all.filter(({ how }) => how === "acts-as-somebody");
  const roles = (known.length > 0 ? known : somebodies).filter(({ letsGuestsIn: lets }) => lets.holds !== "no");
  const names = roles.map(({ name }) => name);
  const holds = both(pool.open.holds, known.length > 0 ? either(...holdsOf(roles)) : twoOf(holdsOf(roles)));
  const [gets, asks] = holds === "yes" ? ["gets", "does not ask"] : ["may get", "perhaps does not ask"];
  return {
    holds,
    detail: "users",
    message: `${whoever(pool)} ${gets} credentials of the role for those who signed in: the trust policy of ${names.join(" or ")} ${asks} for that`,
    evidence: [
      primary(pool),
      ...roles.map(
        ({ name, role, at }): Evidence => ({
          role: "because",
          message: `the trust policy of ${name} ${asks} how somebody signed in`,
          location: role?.at ?? at,
        }),
      ),
    ],
    fix: "Add the condition ForAnyValue:StringLike cognito-identity.amazonaws.com:amr = authenticated to the trust policy of the role for users.",
    waits: [...pool.open.waits, ...roles.flatMap(({ letsGuestsIn: lets }) => lets.waits)],
  };
}

function holdsOf(roles: readonly Handed[]): readonly Truth[] {
  return roles.map(({ letsGuestsIn: lets }) => lets.holds);
}

/** Whether at least two are true. */
function twoOf(terms: readonly Truth[]): Truth {
  if (terms.filter((one) => one === "yes").length > 1) return "yes";
  return terms.filter((one) => one !== "no").length > 1 ? "unknown" : "no";
}

function whoever(pool: Endpoint): string {
  const may = pool.open.holds === "yes" ? "whoever knows the id of" : "perhaps whoever knows the id of";
  return `${may} identity pool ${nameOrAddress(pool)}`;
}

function primary(pool: Endpoint): Evidence {
  return { role: "primary", message: pool.open.because, location: pool.open.at };
}
