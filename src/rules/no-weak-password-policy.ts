import type { Claim } from "#model/finding.ts";
import type { PasswordLimit, PasswordPolicy } from "#model/password-policy.ts";
import { type Truth, truth } from "#model/truth.ts";
import { defineRule } from "./rule.ts";

interface Options {
  readonly length: number;
  readonly remembered: number;
  readonly days?: number | undefined;
}

const defaults: Options = { length: 14, remembered: 24 };

export default defineRule<"password-policy", Options>({
  id: "no-weak-password-policy",
  family: "CRED",
  severity: "low",
  title: "Passwords are long and not used again",
  why: "Short passwords are guessed, and old ones are known from earlier leaks.",
  fix: "Ask for at least 14 characters and remember the last 24 passwords; better, let people sign in through an identity provider.",
  inspects: "password-policy",
  defaults,
  options: (z) =>
    z.strictObject({
      length: z.int().min(1).default(defaults.length).describe("the fewest characters"),
      remembered: z.int().min(0).default(defaults.remembered).describe("how many earlier passwords may not come back"),
      days: z.int().min(1).optional().describe("after how many days a password must be changed; asked for when set"),
    }),
  *claims({ policy }, { options }) {
    const { length, remembered, days } = policy;
    yield claimOf(policy, "length", length, below(length, options.length), [
      `passwords may be as short as ${shown(length)} characters`,
      `${options.length} are asked for`,
    ]);
    yield claimOf(policy, "reuse", remembered, below(remembered, options.remembered), [
      `${shown(remembered)} earlier passwords are remembered`,
      `${options.remembered} are asked for`,
    ]);
    if (options.days !== undefined)
      yield claimOf(policy, "age", days, above(days, options.days), [
        `passwords have to be changed after ${shown(days)} days`,
        `${options.days} are asked for`,
      ]);
  },
});

function below({ value }: PasswordLimit, least: number): Truth {
  return value.known ? truth((value.value ?? 0) < least) : "unknown";
}

/** IAM writes 0 where passwords never have to be changed. */
function above({ value }: PasswordLimit, most: number): Truth {
  return value.known ? truth(value.value === undefined || value.value === 0 || value.value > most) : "unknown";
}

function shown({ value }: PasswordLimit): string {
  return value.known ? String(value.value ?? "no") : "a number of";
}

function claimOf(
  policy: PasswordPolicy,
  detail: string,
  { value, at }: PasswordLimit,
  holds: Truth,
  [is, wanted]: readonly [string, string],
): Claim {
  const says = value.known ? `${is}; ${wanted}` : `${is} that is not known yet; ${wanted}`;
  return {
    holds,
    detail,
    message: `${policy.address}: ${says}`,
    evidence: [{ role: "primary", message: says, location: at }],
    waits: value.known ? [] : [value.hole],
  };
}
