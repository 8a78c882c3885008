/**
 * Characters that act on a terminal or hide what is written: C0, DEL, C1, the marks and overrides of writing direction, invisible ones, line separators,
 * tag characters, and halves of surrogate pairs.
 */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/**
 * A string from a plan as it may be printed on one line. Names are chosen by whoever writes the plan: they must not move the cursor, hide text, or give
 * commands to the CI system that reads the log. GitHub takes a line for a command that begins, after spaces, with `::`, and `##[` anywhere in it; Azure
 * `##vso[`.
 */
export function printable(text: string): string {
  return text
    .replace(unsafe, escapeCharacter)
    .replace(/(^|\s)::/g, "$1\\::")
    .replace(/##(?=\[|vso\[)/gi, "#\\#");
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
