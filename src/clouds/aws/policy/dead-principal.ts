import type { Principal } from "#model/principal.ts";
import { wholeText } from "#model/text.ts";
import { parseArn } from "../arn.ts";

/**
 * Why a principal is nobody: see `Semantics.deadPrincipal`. IAM keeps the unique id of a role or user, and shows that instead of the ARN once it is deleted.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function deadPrincipal(principal: Principal): string | undefined {
  const value = wholeText(principal.text);
  if (!value.known || principal.kind === "service" || principal.kind === "federated") return undefined;
  if (principal.kind === "identity" && principal.node !== undefined) return undefined;
  const id = /^(AROA|AIDA)[A-Z0-9]{12,}$/.exec(value.value)?.[1];
  if (id !== undefined) return `the unique id of a ${id === "AROA" ? "role" : "user"} that was deleted`;
  if (/^\d+$/.test(value.value)) return digits(value.value);
  const arn = parseArn(value.value);
  if (arn === undefined || !["iam", "sts"].includes(arn.service) || /[*?]/.test(arn.account)) return undefined;
  return vendorsOwn.has(arn.account) ? undefined : digits(arn.account);
}

/** What stands in place of an account in ARNs of AWS's own: an origin access identity of CloudFront. */
const vendorsOwn: ReadonlySet<string> = new Set(["cloudfront", "aws"]);

function digits(account: string): string | undefined {
  return /^\d{12}$/.test(account) ? undefined : "in an account that cannot exist: an account has 12 digits";
}
