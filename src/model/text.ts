import { type Hole, known, unknown, type Value } from "./value.ts";

/**
 * A string with holes. Its literal parts are kept where a part of it is unknown: `["arn:aws:s3:::", hole, "/*"]`.
 * A string of which nothing is known is one hole; a wholly known string has one part or, when empty, none.
 */
export type Text = readonly (string | Hole)[];

export function literalText(value: string): Text {
  return value === "" ? [] : [value];
}

/** The whole string if every part is literal or certain by construction, else the first hole. */
export function wholeText(text: Text): Value<string> {
  let value = "";
  let predicted = false;
  for (const part of text) {
    if (typeof part === "string") value += part;
    else if (part.predicted === undefined) return unknown(part);
    else {
      value += part.predicted;
      predicted = true;
    }
  }
  return known(value, predicted);
}

export function holesOf(text: Text): readonly Hole[] {
  return text.filter((part) => typeof part !== "string");
}

/** How a text is shown to a reader: holes by what they wait for, `${aws_s3_bucket.logs.arn}/*`. */
export function showText(text: Text): string {
  return text.map((part) => (typeof part === "string" ? part : showHole(part))).join("");
}

function showHole(part: Hole): string {
  const names = part.refs.map((ref) => ref.expression);
  if (isMadeOfName(part)) return names.join("");
  if (part.predicted !== undefined) return part.predicted;
  return `\${${names.length === 0 ? "unknown" : names.join(", ")}}`;
}

/** Whether a tool makes up a name out of one that the program gives: the latter is the one that people know, and stays. */
function isMadeOfName({ unset, predicted, refs }: Hole): boolean {
  return unset && predicted !== undefined && refs.length === 1 && refs[0]?.certainty === "known";
}

/** The name of something for people, where it is wholly known; else its address in the document. */
export function nameOrAddress({ name, address }: { readonly name: Text; readonly address: string }): string {
  const isTold = name.every((part) => typeof part === "string" || isMadeOfName(part));
  return name.length === 0 || !isTold ? address : showText(name);
}
