import type { Claim, Severity } from "#model/finding.ts";
import type { SecretBearer, SecretValue } from "#model/secret.ts";
import { defineRule } from "./rule.ts";

export default defineRule({
  id: "no-hardcoded-secret",
  family: "CRED",
  severity: "critical",
  title: "No secret stands in the source",
  why: "Everybody who can read the repository, its history or a plan has the secret, and it cannot be changed without a deployment.",
  fix: "Change the secret, since it has been seen, and keep the new one in Secrets Manager or Parameter Store; hand on its ARN, or an argument that is only written.",
  inspects: "secrets",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ bearer }) {
    for (const secret of bearer.secrets) yield claimOf(bearer, secret);
  },
});

/** A vendor's form and a place for secrets are certain; a name is a good guess. */
function claimOf({ address }: SecretBearer, secret: SecretValue): Claim {
  const { place, what, told, spelledOut, waits, at } = secret;
  const isHidden = spelledOut === "unknown" && waits.length === 0;
  return {
    holds: spelledOut,
    detail: place,
    message: `${address}: ${says(secret)}`,
    evidence: [{ role: "primary", message: `${what}; the value is not shown`, location: at }],
    ...severities[told],
    waits,
    ...(isHidden && { needs: [`where the value of ${address} (${place}) comes from`] }),
  };
}

function says({ place, what, told, spelledOut, waits }: SecretValue): string {
  if (waits.length > 0)
    return `a secret could be spelled out in the ${place}, which is not known before the deployment`;
  const is = spelledOut === "yes" ? "is" : "is perhaps";
  if (told === "place") return `its ${place} ${is} spelled out in the source`;
  if (told === "form") return `${place} holds ${what}, which ${is} spelled out in the source`;
  return `${place} looks like a secret, and ${is} spelled out in the source`;
}

const severities: Readonly<
  Record<SecretValue["told"], { readonly severity: Severity; readonly confidence: Claim["confidence"] & string }>
> = {
  form: { severity: "critical", confidence: "high" },
  place: { severity: "critical", confidence: "high" },
  name: { severity: "high", confidence: "medium" },
};
