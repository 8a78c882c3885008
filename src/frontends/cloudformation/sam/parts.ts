import type { Template } from "../template.ts";

/** A part of a template: an object of which nothing is certain. */
export type Json = Readonly<Record<string, unknown>>;

/** The steps to a part from the resources of a template. */
export type Steps = readonly (string | number)[];

/** A resource that SAM makes, and the part of the template that it is made of. */
export interface Made {
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
  /** The condition under which it is there. */
  readonly condition?: unknown;
  readonly steps: Steps;
  /** What the author may call it: `Worker.Alias`. */
  readonly called?: string;
}

/** Something that SAM may make an identity of, and that was not understood. */
export interface Unread {
  readonly unread: string;
  readonly steps: Steps;
}

/** A value that is made of a part of the template: whoever looks for it finds that. */
export interface Moved {
  readonly moved: object;
  readonly steps: Steps;
}

export type Part = Made | Unread | Moved;

/** A resource of SAM, with what Globals say about it. */
export interface Serverless {
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
  readonly condition: unknown;
  readonly steps: Steps;
}

/** The template around a resource. */
export interface Around {
  readonly template: Template;
  /** Every resource of SAM in it, by logical id. */
  readonly serverless: ReadonlyMap<string, Serverless>;
  /** `aws`, `aws-cn`, `aws-us-gov` … */
  readonly partition: string;
}

export function unread(what: string, steps: Steps): Unread {
  return { unread: what, steps };
}

/** A resource that is there under the condition of the one that it is made of. */
export function made(
  { condition }: Serverless,
  id: string,
  type: string,
  properties: Json,
  steps: Steps,
  other?: unknown,
): Made {
  return { id, type, properties, condition: other ?? condition, steps };
}
