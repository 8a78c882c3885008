import { isRecord } from "#model/json-tree.ts";
import type { Notice } from "#model/notice.ts";
import type { Action, Plan, ResourceChange } from "#model/plan.ts";
import { wholeText } from "#model/text.ts";
import { absent } from "#model/tree.ts";
import { isChangeSet } from "./change-set/index.ts";
import { deployedTemplate } from "./deployed.ts";
import type { Unit } from "./open.ts";
import { isSameTree, tellsAll } from "./same.ts";
import type { Stack } from "./stack.ts";
import type { Reading, Together } from "./together.ts";
import { comparison, writtenIn } from "./written.ts";

/** Templates against what is deployed now: the templates of that, or the change set that is made of one. */
export async function readCompared(units: readonly Unit[], { wants, read }: Reading): Promise<Plan> {
  const [only, ...others] = units;
  const earlier = only?.given.earlier;
  if (only !== undefined && others.length === 0 && typeof earlier === "object" && isChangeSet(earlier)) {
    const { readWithChangeSet } = await import("./change-set/with-template.ts");
    return readWithChangeSet(only, earlier, { wants, read });
  }
  const now = await read(units);
  return comparedWith(now, await read(earlierUnits(units)));
}

/**
 * The templates that are deployed now, under the names of those that they are compared with.
 * @throws InputError where the user names something else as one.
 */
function earlierUnits(units: readonly Unit[]): readonly Unit[] {
  return units.flatMap(({ given: { earlier, ...given }, prefix }) =>
    earlier === undefined || earlier === "none"
      ? []
      : [{ input: deployedTemplate(earlier), given: { ...given, notices: [], ...earlier.given }, prefix }],
  );
}

/** The resources that stay where they are when a template no longer has them. */
function retainedIn(stacks: readonly Stack[], now: ReadonlySet<string>): ReadonlySet<string> {
  const kept = stacks.flatMap((stack) => {
    const ids = Object.keys(stack.template.resources);
    const stay = staysWhole(stack, now) ? ids : ids.filter((id) => isRetained(id, stack));
    return stay.map((id) => stack.template.prefix + id);
  });
  return new Set(kept);
}

/** Whether a nested stack stays, with all that is in it, when its parent no longer has it. */
function staysWhole({ parent }: Stack, now: ReadonlySet<string>): boolean {
  if (parent === undefined) return false;
  const { stack, id } = parent;
  return (!now.has(stack.template.prefix + id) && isRetained(id, stack)) || staysWhole(stack, now);
}

/**
 * What is only deleted where nothing says otherwise. A policy that is not known may be the one that keeps it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
function isRetained(id: string, { template: { resources }, values }: Stack): boolean {
  const resource = resources[id];
  const policy = isRecord(resource) ? resource.DeletionPolicy : undefined;
  if (policy === undefined) return false;
  const text = wholeText(values.text(policy, { document: "", pointer: "" }));
  return !text.known || text.value.startsWith("Retain");
}

/**
 * A template against the one that is deployed now: resources are the same by their logical id. Which properties CloudFormation changes by making the
 * resource anew is told by no template: every change of one is an update.
 */
function comparedWith({ plan: now, stacks: nowStacks }: Together, { plan: then, stacks }: Together): Plan {
  const writtenNow = writtenIn(nowStacks);
  const isWrittenAlike = comparison(writtenNow, writtenIn(stacks));
  // What is presumed is no part of a deployment, and neither made nor deleted by one.
  const deployed = then.changes.filter(({ mode }) => mode !== "presumed");
  const before = new Map(deployed.map((one) => [one.address, one]));
  const after = new Set(now.changes.map((one) => one.address));
  const gone = deployed.filter((one) => !after.has(one.address));
  const retained = retainedIn(stacks, new Set(writtenNow.keys()));
  const forgotten = gone.filter((one) => retained.has(one.address));
  return {
    ...now,
    hasBefore: true,
    changes: [
      ...now.changes.map((one) => changeFrom(before.get(one.address), one, isWrittenAlike)),
      ...gone.map((one) => removal(one, forgotten.includes(one) ? "forget" : "delete")),
    ],
    notices: [...now.notices, ...forgotten.map(stayed), ...now.changes.flatMap((one) => otherType(before, one))],
    secrets: new Set([...now.secrets, ...then.secrets]),
  };
}

type Alike = (address: string) => boolean;

function changeFrom(before: ResourceChange | undefined, now: ResourceChange, isWrittenAlike: Alike): ResourceChange {
  if (before === undefined || before.type !== now.type) return now;
  const isSame =
    isSameTree(before.after, now.after) &&
    isSameTree(settingsOf(before), settingsOf(now)) &&
    (tellsAll(now.after) || isWrittenAlike(now.address));
  return isSame ? { ...now, action: "none", before: now.after } : { ...now, action: "update", before: before.after };
}

/** The account and the tags of the stack. */
function settingsOf({ scope }: ResourceChange) {
  return scope.provider.settings;
}

function removal(before: ResourceChange, action: Action): ResourceChange {
  return { ...before, action, before: before.after, after: absent(before.at) };
}

function stayed({ address, at }: ResourceChange): Notice {
  const message = `${address} will no longer be managed here, but stays as it is (DeletionPolicy)`;
  return { code: "forgotten", level: "info", message, location: at };
}

function otherType(
  before: ReadonlyMap<string, ResourceChange>,
  { address, type, at }: ResourceChange,
): readonly Notice[] {
  const earlier = before.get(address)?.type;
  if (earlier === undefined || earlier === type) return [];
  const message = `${address} was ${earlier} and becomes ${type}, which CloudFormation refuses; it is judged as if it were new`;
  return [{ code: "type-changed", level: "info", message, location: at }];
}
