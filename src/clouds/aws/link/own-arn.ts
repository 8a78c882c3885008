import type { Text } from "#model/text.ts";
import { parseArn } from "../arn.ts";

const standIn = "\u0000";

/**
 * An ARN of the account and the region that are deployed to, without them: `arn:aws:iam:::role/app` of `arn:aws:iam::${AWS::AccountId}:role/app`. Which they
 * are nobody has to know to find what else is there. Nothing where more than that is not known.
 */
export function ownArn(text: Text): string | undefined {
  const parts = text.map((part) => (typeof part === "string" ? part : (part.predicted ?? ofDeployment(part))));
  if (parts.includes(undefined)) return undefined;
  const arn = parseArn(parts.join(""));
  if (arn === undefined || !isWhole(arn.account) || !isWhole(arn.region) || arn.resource.includes(standIn))
    return undefined;
  return `arn:${arn.partition}:${arn.service}:${own(arn.region)}:${own(arn.account)}:${arn.resource}`;
}

function ofDeployment({ refs: [ref] }: Exclude<Text[number], string>): string | undefined {
  return ref?.expression === "AWS::AccountId" || ref?.expression === "AWS::Region" ? standIn : undefined;
}

/** Part of a longer text it would be the number of another account. */
function isWhole(field: string): boolean {
  return field === standIn || !field.includes(standIn);
}

function own(field: string): string {
  return field === standIn ? "" : field;
}
