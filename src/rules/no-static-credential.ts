import type { Claim, Severity } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { Credential, Identity } from "#model/identity.ts";
import { holesOf, showText } from "#model/text.ts";
import { both, type Truth } from "#model/truth.ts";
import { administrator } from "./administrator.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A credential that nothing else can stand for. */
interface Allowed {
  readonly credential: string;
  readonly reason: string;
}

interface Options {
  readonly allow: readonly Allowed[];
}

export default defineRule<"credential", Options>({
  id: "no-static-credential",
  family: "CRED",
  severity: "high",
  title: "Machines get credentials that expire by themselves",
  why: "A key that lives for ever is copied, checked in and forgotten; whoever finds it years later is in.",
  fix: "Let the workload assume a role: by its platform inside the cloud, by OpenID Connect or IAM Roles Anywhere outside of it.",
  inspects: "credential",
  defaults: { allow: [] },
  options: (z) =>
    z.strictObject({
      allow: z
        .array(
          z.strictObject({
            credential: z.string().min(1).describe("its address; * stands for anything"),
            reason: z.string().min(1),
          }),
        )
        .default([])
        .describe("credentials of services that know nothing else: credential and reason"),
    }),
  *claims({ credential }, context) {
    const form = forms[credential.form];
    if (form === undefined || isAllowed(credential, context.options)) return;
    const holder = credential.of === undefined ? undefined : context.node(credential.of);
    const identity = holder !== undefined && "serviceLinked" in holder ? holder : undefined;
    yield claimOf(credential, form, identity, context);
  },
});

interface Form {
  readonly name: string;
  readonly severity: Severity;
  /** What to use in its place, where the rule's advice does not fit. */
  readonly instead?: string;
}

/** The forms that a machine may use as they are. What a thief can read off is worse than what must be proven with a private key. */
const forms: Partial<Record<Credential["form"], Form>> = {
  "access-key": { name: "access key", severity: "high" },
  "service-password": {
    name: "password for one service",
    severity: "high",
    instead:
      "Let the client sign in with the credentials of a role: the helper of git-remote-codecommit and the SigV4 plug-ins of the drivers do so.",
  },
  "ssh-key": {
    name: "SSH key",
    severity: "medium",
    instead: "Let the client sign in with the credentials of a role: git-remote-codecommit does so.",
  },
  certificate: { name: "signing certificate", severity: "medium" },
};

function isAllowed({ address }: Credential, { allow }: Options): boolean {
  return allow.some((one) => matchesGlob(one.credential, address));
}

function claimOf(
  credential: Credential,
  form: Form,
  identity: Identity | undefined,
  context: RuleContext<Options>,
): Claim {
  const holds = isMachines(credential, identity);
  const active = credential.active ?? "yes";
  const grade = identity === undefined ? undefined : administrator(identity, context);
  const admin = grade?.holds === "yes" ? grade.policy : undefined;
  const whose = identity === undefined ? showText(credential.ofText ?? []) : nameOf(identity);
  return {
    holds,
    detail: credential.form,
    message: `${whose} gets ${article(form.name)} that never expires${holds === "unknown" ? "; whether a program uses it cannot be told" : ""}${active === "no" ? ", switched off" : ""}${admin === undefined ? "" : `, and is an administrator by policy ${admin}`}`,
    evidence: [
      { role: "primary", message: `${article(form.name)} is made here`, location: credential.at },
      ...(identity === undefined
        ? []
        : [{ role: "because", message: `it belongs to ${nameOf(identity)}`, location: identity.at } as const]),
    ],
    severity: severityOf(form, active, admin),
    ...(form.instead !== undefined && { fix: form.instead }),
    waits: holesOf(credential.ofText ?? []),
    ...(identity?.presence === "outside" && { needs: [`whether ${nameOf(identity)} is a person`] }),
  };
}

/** A certificate of a server belongs to nobody. */
function isMachines({ ofText }: Credential, identity: Identity | undefined): Truth {
  if (identity !== undefined) return both(identity.machine);
  return ofText === undefined ? "no" : "unknown";
}

function severityOf({ severity }: Form, active: Truth, admin: string | undefined): Severity {
  if (active === "no") return "low";
  return admin !== undefined && severity === "high" ? "critical" : severity;
}

function article(name: string): string {
  return /^[aeiou]|^SSH/.test(name) ? `an ${name}` : `a ${name}`;
}
