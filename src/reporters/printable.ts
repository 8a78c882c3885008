/**
 * Characters that act on a terminal or hide what is written: control characters, invisible ones that change how text is laid out (direction, joining, tags),
 * halves of surrogate pairs, separators of lines and paragraphs.
 */
const acting = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A string from a plan as it may be printed on one line. Names are chosen by whoever writes the plan: they must not move the cursor, hide text, or give
 * commands to the CI system that reads the log. GitHub takes a line for a command that begins, after spaces, with `::`, and `##[` anywhere in it; Azure
 * `##vso[`.
 */
export function printable(text: string): string {
  return text
    .replace(acting, escapeCharacter)
    .replace(/(^|\s)::/g, "$1\\::")
    .replace(/##(?=\[|vso\[)/gi, "#\\#");
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
