import { InputError } from "#model/input-error.ts";
import { nameOf } from "../input/name.ts";

/** A kind of document that is known and cannot be judged. */
export interface Refusal {
  /** Code of the error: `raw-state`. */
  readonly code: string;
  /** What the document is, for a sentence: `is a state file of Terraform, not a plan`. */
  readonly says: string;
  /** What to do instead. */
  readonly hint: string;
}

export function refuse(path: string, { code, says, hint }: Refusal): InputError {
  return new InputError(3, code, `${nameOf(path)} ${says}`, hint);
}
