import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import type { Hole, Value } from "#model/value.ts";
import { type Administrator, administrator } from "./administrator.ts";
import { defineRule } from "./rule.ts";
import { nameOf } from "./words.ts";

interface Options {
  readonly hours: number;
  readonly "admin-hours": number;
}

const defaults: Options = { hours: 8, "admin-hours": 4 };

export default defineRule<"identity", Options>({
  id: "no-overlong-session",
  family: "CRED",
  severity: "low",
  title: "Sessions end when the work is done",
  why: "Stolen credentials of a session work until it ends, and nobody can call them back one by one.",
  fix: "Lower the longest session to the length of the task; whoever needs longer asks for a new session.",
  inspects: "identity",
  defaults,
  options: (z) =>
    z.strictObject({
      hours: z.number().min(1).max(12).default(defaults.hours).describe("the longest session, in hours"),
      "admin-hours": z
        .number()
        .min(1)
        .max(12)
        .default(defaults["admin-hours"])
        .describe("the longest session of an administrator, in hours"),
    }),
  *claims({ identity }, context) {
    const { longestSession } = identity;
    if (longestSession === undefined || identity.serviceLinked || isShort(longestSession.seconds, context.options))
      return;
    const admin = administrator(identity, context);
    const asked = isAskedFor(identity, context.trustOf(identity.id));
    const limit = limitOf(longestSession.seconds, admin, context.options);
    const long = longerThan(longestSession.seconds, limit.hours);
    yield {
      holds: both(long, asked, limit.holds),
      detail: "session",
      message: messageOf(identity, longestSession.seconds, limit, admin),
      evidence: [{ role: "primary", message: `longer than ${limit.hours} hours`, location: longestSession.at }],
      severity: limit.ofAdmins ? "medium" : "low",
      waits: [
        ...holeOf(longestSession.seconds),
        ...(identity.trustUnread === undefined ? [] : [identity.trustUnread.hole]),
        ...admin.waits,
      ],
      fix: `Lower the longest session of ${identity.address} to ${limit.hours} hours (${limit.hours * hour} seconds) or less.`,
    };
  },
});

/** Whether a session is short enough for everybody. */
function isShort(seconds: Value<number>, options: Options): boolean {
  return longerThan(seconds, Math.min(options.hours, options["admin-hours"])) === "no";
}

interface Limit {
  readonly hours: number;
  readonly ofAdmins: boolean;
  /** Whether it is certain that this limit holds. */
  readonly holds: Truth;
}

/** Where it is not certain that somebody is an administrator, and he would pass as anybody else, the limit of administrators is in doubt. */
function limitOf(seconds: Value<number>, { holds }: Administrator, options: Options): Limit {
  const ofAdmins = { hours: options["admin-hours"], ofAdmins: true, holds };
  const ofAll = { hours: options.hours, ofAdmins: false, holds: "yes" } as const;
  if (holds === "yes") return ofAdmins;
  return holds === "unknown" && longerThan(seconds, options.hours) === "no" ? ofAdmins : ofAll;
}

function longerThan(seconds: Value<number>, hours: number): Truth {
  return seconds.known ? truth(seconds.value > hours * hour) : "unknown";
}

function holeOf(seconds: Value<number>): readonly Hole[] {
  return seconds.known ? [] : [seconds.hole];
}

const hour = 3600;

function messageOf(identity: Identity, seconds: Value<number>, limit: Limit, admin: Administrator): string {
  const perhaps = limit.holds === "unknown" ? ", perhaps" : ",";
  const who = limit.ofAdmins
    ? `${nameOf(identity)}${perhaps} an administrator by policy ${admin.policy},`
    : nameOf(identity);
  if (!seconds.known) return `sessions of ${who} could perhaps last longer than ${limit.hours} hours`;
  return `sessions of ${who} may last ${seconds.value / hour} hours; the limit is ${limit.hours}`;
}

/** Only who asks for a session himself can ask for a long one: services of the cloud renew theirs as they need. What trusts nobody by itself is assigned to people. */
function isAskedFor({ trustUnread, machine }: Identity, statements: readonly TrustStatement[]): Truth {
  if (statements.length === 0 && trustUnread === undefined) return truth(machine === "no");
  const asked = statements.map((one): Truth => {
    if (one.effect.known && one.effect.value === "deny") return "no";
    if (one.form !== undefined) return "unknown";
    const { match, principals } = one.principals;
    if (match === "all-except") return "yes";
    return either(...principals.map(({ kind }) => (kind === "unknown" ? "unknown" : truth(kind !== "service"))));
  });
  return either(...asked, ...(trustUnread === undefined ? [] : (["unknown"] as const)));
}
