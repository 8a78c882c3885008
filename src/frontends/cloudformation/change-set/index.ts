import { InputError } from "#model/input-error.ts";
import type { Plan } from "#model/plan.ts";
import type { Frontend, Given, Input, Wants } from "../../frontend.ts";
import { openDocument } from "../../input/open.ts";
import { topKeys } from "../../input/top-keys.ts";
import { JsonProblem } from "../../json/problem.ts";
import { isJson } from "../recognize.ts";

/**
 * Change sets of CloudFormation, as `aws cloudformation describe-change-set` prints them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
 */
export const changeSet: Frontend = { id: "change-set", recognizes: isChangeSet, read };

export function isChangeSet(input: Input): boolean {
  try {
    const document = openDocument(input);
    const keys = isJson(document) ? topKeys(document, isOwn) : new Set<string>();
    return [...keys].some(isOwn);
  } catch (error) {
    // Whatever is wrong with it, it was not seen to be one; the refusal says what it is.
    if (error instanceof JsonProblem || error instanceof InputError) return false;
    throw error;
  }
}

function isOwn(key: string): boolean {
  return key === "ChangeSetId" || key === "ChangeSetName";
}

async function read(input: Input, wants: Wants, given: Given = {}): Promise<Plan> {
  const { readChangeSet } = await import("./read.ts");
  return readChangeSet(input, wants, given);
}
