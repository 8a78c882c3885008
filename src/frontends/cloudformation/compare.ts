import { InputError } from "#model/input-error.ts";
import { isRecord } from "#model/json-tree.ts";
import type { Notice } from "#model/notice.ts";
import type { Action, Plan, ResourceChange } from "#model/plan.ts";
import { wholeText } from "#model/text.ts";
import { absent } from "#model/tree.ts";
import type { Input } from "../frontend.ts";
import { nameOf } from "../input/name.ts";
import type { Alone } from "./read-template.ts";
import { isTemplate } from "./recognize.ts";
import { isSameTree } from "./same.ts";

/** What is deployed now, as far as a template is compared with it. */
export interface Earlier {
  readonly plan: Plan;
  /** Whether a resource stays where it is when a template no longer has it. */
  readonly stays: (id: string) => boolean;
}

/** @throws InputError where the user names something else as the template that is deployed. */
export async function earlierTemplate(input: Input, read: (input: Input) => Promise<Alone>): Promise<Earlier> {
  if (input.format !== "cloudformation" && !isTemplate(input)) {
    const message = `--before ${nameOf(input.path)}: this is no CloudFormation template`;
    throw new InputError(2, "before-is-no-template", message, hint);
  }
  const { plan, values } = await read(input);
  return { plan, stays: (id) => isRetained(id, values) };
}

const hint =
  "Give the template that is deployed, or that of an earlier commit: git show main:template.yaml > before.yaml";

/**
 * What is only deleted where nothing says otherwise. A policy that is not known may be the one that keeps it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
function isRetained(id: string, values: Alone["values"]): boolean {
  const resource = values.template.resources[id];
  const policy = isRecord(resource) ? resource.DeletionPolicy : undefined;
  if (policy === undefined) return false;
  const text = wholeText(values.text(policy, { document: "", pointer: "" }));
  return !text.known || text.value.startsWith("Retain");
}

/**
 * A template against the one that is deployed now: resources are the same by their logical id. Which properties CloudFormation changes by making the
 * resource anew is told by no template: every change of one is an update.
 */
export function comparedWith(now: Plan, { plan: then, stays }: Earlier): Plan {
  const before = new Map(then.changes.map((one) => [one.address, one]));
  const after = new Set(now.changes.map((one) => one.address));
  const gone = then.changes.filter((one) => !after.has(one.address));
  const forgotten = gone.filter((one) => stays(one.address));
  return {
    ...now,
    format: `${now.format}, against ${then.document === "-" ? "standard input" : then.document}`,
    hasBefore: true,
    changes: [
      ...now.changes.map((one) => changeFrom(before.get(one.address), one)),
      ...gone.map((one) => removal(one, forgotten.includes(one) ? "forget" : "delete")),
    ],
    notices: [...now.notices, ...forgotten.map(stayed), ...now.changes.flatMap((one) => otherType(before, one))],
    secrets: new Set([...now.secrets, ...then.secrets]),
  };
}

/** A template of a stack that is not there yet. */
export function madeAnew(now: Plan): Plan {
  return { ...now, hasBefore: true };
}

function changeFrom(before: ResourceChange | undefined, now: ResourceChange): ResourceChange {
  if (before === undefined || before.type !== now.type) return now;
  const isSame = isSameTree(before.after, now.after) && isSameTree(settingsOf(before), settingsOf(now));
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
