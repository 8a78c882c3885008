import { holesOf, type Text, wholeText } from "#model/text.ts";
import type { Hole, Reference } from "#model/value.ts";
import { parseArn } from "../arn.ts";
import { isAttribute } from "./patterns.ts";
import { withoutVariables } from "./pins.ts";

/** What a value of `aws:SourceArn` fixes: the account that the source lives in, only a name that tells no account (a bucket), or nothing. */
export type Source = "account" | "name" | "open" | "unknown";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention */
export function sourceOf(value: Text): Source {
  const known = wholeText(value);
  if (known.known) return ofArn(withoutVariables(known.value).plain);
  const [first] = value;
  if (first === undefined) return "unknown";
  return typeof first === "string" ? behindText(value) : behindReference(first, value);
}

function ofArn(value: string): Source {
  const arn = parseArn(value);
  if (arn === undefined) return "open";
  if (/^\d{12}$/.test(arn.account)) return "account";
  const untold = arn.account === "" || (arn.service === "s3" && /^\*+$/.test(arn.account));
  return untold && /^[^*?]{3}/.test(arn.resource) ? "name" : "open";
}

/** The ARN of a resource of the plan, whatever follows. Only those of buckets tell no account. */
function behindReference(first: Hole, value: Text): Source {
  if (first.predicted !== undefined || !holesOf(value).every(isAttribute)) return "unknown";
  return first.refs.some(isOfBucket) ? "name" : "account";
}

/** A plan tells it by the address; in a template, where an address tells nothing, the attribute does. */
function isOfBucket({ targets, attribute }: Reference): boolean {
  return attribute === "bucket_arn" || targets.some((one) => /(^|\.)aws_s3_(bucket|directory_bucket)\./.test(one));
}

/** An ARN that is written out up to a hole behind its account. */
function behindText(value: Text): Source {
  const filled = value.map((part) => (typeof part === "string" ? part : (part.predicted ?? "\u0000"))).join("");
  const account = parseArn(withoutVariables(filled).plain)?.account;
  if (account !== undefined && /^\d{12}$/.test(account)) return "account";
  return account === "\u0000" && holesOf(value).every(isAttribute) ? "account" : "unknown";
}
