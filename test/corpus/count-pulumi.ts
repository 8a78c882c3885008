import { isRecord } from "#model/json-tree.ts";

const identity =
  /[:$]aws(?:-native)?:(?:iam\/(?:role:Role|user:User|group:Group|serviceLinkedRole:ServiceLinkedRole)|iam:(?:Role|User|Group|ServiceLinkedRole)|organizations\/account:Account|ssoadmin\/permissionSet:PermissionSet)::/;

/** How many resources of a document of Pulumi are identities of AWS when all is done: each URN that something says is there, once. */
export function identitiesIn(text: string): number {
  const there = new Map<string, boolean>();
  for (const value of documentsIn(text)) visit(value, there);
  return [...there].filter(([urn, isThere]) => isThere && identity.test(urn)).length;
}

/** A document, or one for each line. */
function documentsIn(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    const lines = text.split("\n").filter((line) => line.startsWith("{"));
    return lines.map((line): unknown => JSON.parse(line));
  }
}

function visit(value: unknown, there: Map<string, boolean>): void {
  if (Array.isArray(value)) for (const item of value) visit(item, there);
  if (!isRecord(value)) return;
  note(value, there);
  // What was there before says nothing of what will be.
  for (const [key, item] of Object.entries(value)) if (key !== "oldState" && key !== "old") visit(item, there);
}

/** What only tells an answer to a step says the same as the step. */
function note(
  { op, urn, newState, new: next, type, custom, external, resourcePlans }: Record<string, unknown>,
  there: Map<string, boolean>,
): void {
  if (isRecord(resourcePlans))
    for (const [name, plan] of Object.entries(resourcePlans))
      there.set(name, isRecord(plan) && isRecord(plan.goal) && !String(plan.steps).startsWith("read"));
  if (typeof urn !== "string") return;
  const state = newState ?? next;
  if (typeof op === "string") {
    const isMine = op !== "read" && isRecord(state) && state.external !== true;
    if (!/replace|delete/.test(op) || op === "delete") there.set(urn, isMine);
    else if (isMine) there.set(urn, true);
  } else if (typeof type === "string" && custom === true && !there.has(urn)) there.set(urn, external !== true);
}
