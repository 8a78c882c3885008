import { isNoise } from "../input/noise.ts";
import type { OpenedDocument } from "../input/open.ts";
import { JsonProblem } from "../json/problem.ts";
import type { Members } from "./members.ts";
import type { Notices } from "./notices.ts";
import type { StepReader } from "./steps.ts";

/** What the reader of each form works with. */
export interface Form {
  readonly document: OpenedDocument;
  readonly members: Members;
  readonly reader: StepReader;
  readonly notices: Notices;
  /** Where the JSON begins. */
  readonly start: number;
}

/**
 * The members of the object that a document is.
 * @throws JsonProblem where something follows that is no line of a wrapper.
 */
export function topOf(form: Form): ReadonlyMap<string, number> {
  const [places, end] = form.members.places(form.start, 0, "");
  endsAt(form, end);
  return places;
}

export function endsAt({ document: { bytes }, members }: Form, end: number): void {
  const rest = members.scanner.space(end);
  if (rest < bytes.length && !isNoise(bytes, rest)) throw new JsonProblem("trailing", rest);
}
