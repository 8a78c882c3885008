import type { Action } from "#model/plan.ts";
import { textAt } from "../json/shape.ts";
import type { State, Step } from "./document.ts";

/** All that happens to one resource: a replacement is up to three steps. */
export interface Merged {
  /** Unique in the document: the URN, and for what waits to be deleted since an earlier deployment something more. */
  readonly address: string;
  readonly urn: string;
  readonly action: Action;
  readonly pointer: string;
  readonly old?: State;
  readonly new?: State;
}

/**
 * Words of the engine by what they mean for a resource, the more telling ones first.
 * https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step.go
 */
const actions: readonly (readonly [string, Action])[] = [
  ["replace", "replace"],
  ["create-replacement", "replace"],
  ["import-replacement", "replace"],
  ["read-replacement", "replace"],
  ["import", "import"],
  ["create", "create"],
  ["update", "update"],
  ["delete", "delete"],
  ["read", "read"],
  ["same", "none"],
  ["refresh", "none"],
  ["diff", "none"],
  ["delete-replaced", "delete"],
  ["remove-pending-replace", "delete"],
  ["discard", "forget"],
  ["discard-replaced", "forget"],
];

/** The resources of a document with what happens to each, by their addresses: the engine tells them in any order. */
export function mergedOf(steps: readonly Step[]): readonly Merged[] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const address = addressOf(step);
    const group = groups.get(address);
    if (group === undefined) groups.set(address, [step]);
    else group.push(step);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([address, group]) => merged(address, group));
}

/** What an earlier deployment replaced and could not delete has the URN of its successor. */
function addressOf({ op, urn, old, new: next }: Step): string {
  const isLeftOver = op === "delete" ? old?.value.delete === true : next?.value.delete === true;
  return isLeftOver ? `${urn} (left over)` : urn;
}

function merged(address: string, group: readonly Step[]): Merged {
  const main = mainOf(group);
  const old = main.old ?? group.find((one) => one.old !== undefined)?.old;
  return {
    address,
    urn: main.urn,
    action: actionOf(main),
    pointer: main.pointer,
    ...(old !== undefined && { old }),
    ...(main.new !== undefined && { new: main.new }),
  };
}

/** Of several steps the one that tells most; of two alike, the later one. */
function mainOf(group: readonly Step[]): Step {
  const [first, ...others] = group;
  if (first === undefined) throw new Error("a resource without a step");
  return others.reduce((found, step) => (rank(step) <= rank(found) ? step : found), first);
}

function rank({ op }: Step): number {
  const place = actions.findIndex(([word]) => word === op);
  return place < 0 ? -1 : place;
}

function actionOf({ op, old }: Step): Action {
  const action = actions.find(([word]) => word === op)?.[1] ?? "unrecognized";
  return action === "delete" && old?.value.retainOnDelete === true ? "forget" : action;
}

/** Where it stood before an alias moved it. */
export function previousUrn({ urn, old }: Merged): string | undefined {
  const before = old === undefined ? undefined : textAt(old.value, "urn");
  return before === undefined || before === urn ? undefined : before;
}
