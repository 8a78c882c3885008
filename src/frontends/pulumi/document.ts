import type { Json } from "../json/shape.ts";

/** A resource at one moment, as the engine keeps it: what of a ResourceV3 is read, and where that stands. */
export interface State {
  readonly value: Json;
  /** JSON pointer; of a log of events its first step is the number of the line, from 0. */
  readonly pointer: string;
  /** Where its inputs stand, if not under `inputs`. */
  readonly inputsAt?: string;
}

/** Where the inputs of a state stand. */
export function inputsAt({ pointer, inputsAt: elsewhere }: State): string {
  return elsewhere ?? `${pointer}/inputs`;
}

/** What the engine does with a resource. */
export interface Step {
  readonly op: string;
  readonly urn: string;
  readonly pointer: string;
  readonly old?: State;
  readonly new?: State;
}

/** What a document of Pulumi says, whatever its form. */
export interface Deployment {
  /** For people: `Pulumi preview`. */
  readonly format: string;
  readonly steps: readonly Step[];
  /** The configuration of the stack by keys such as `aws:region`; undefined where the form does not tell it. */
  readonly config: Json | undefined;
  readonly hasBefore: boolean;
}
