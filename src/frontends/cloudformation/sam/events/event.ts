import { hashOf } from "../hashes.ts";
import type { Around, Json, Made, Part, Steps } from "../parts.ts";

/** What an event starts: a function or a state machine, or an alias of it. */
export interface Target {
  readonly id: string;
  /** What `FunctionName` is set to, and what stands where an ARN is asked for. */
  readonly name: unknown;
  readonly arn: unknown;
  readonly condition: unknown;
}

/** An entry of `Events`. */
export interface Event {
  /** The logical id of the resource and the name of the event. */
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
  readonly target: Target;
  readonly steps: Steps;
  /** The boundary of roles that are made for state machines. */
  readonly boundary?: unknown;
}

/** What an event becomes: resources, and policies of the role of what it starts. */
export interface Expansion {
  readonly parts: readonly Part[];
  readonly managed?: readonly unknown[];
  readonly inline?: readonly Json[];
}

export type Expand = (event: Event, around: Around) => Expansion;

/** A resource of an event, there under the condition of what the event starts. */
export function made({ target, steps }: Event, id: string, type: string, properties: Json): Made {
  return { id, type, properties, condition: target.condition, steps };
}

/** A statement of a function's policy: the service may invoke it. */
export function permission(
  event: Event,
  principal: string,
  narrowing: Json,
  { prefix = event.id, suffix = "" }: { readonly prefix?: string; readonly suffix?: string } = {},
): Made {
  return made(event, `${prefix}Permission${lettersOf(suffix)}`, "AWS::Lambda::Permission", {
    Action: "lambda:InvokeFunction",
    FunctionName: event.target.name,
    Principal: principal,
    ...narrowing,
  });
}

/** A logical id has letters and digits only: anything else is put in as its hash. */
function lettersOf(suffix: string): string {
  return /^[a-z0-9]*$/i.test(suffix) ? suffix : hashOf(suffix);
}
