/** A value as JSON on lines of its own, in which what a terminal or a CI log would act on is written as escapes that mean the same. */
export function inertJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(acting, escapeCharacter).replace(/##(?=\[|vso\[)/gi, "#\\u0023")}\n`;
}

/** As in `printable`, but for line ends: they only stand between the values, since `JSON.stringify` has escaped those inside. */
const acting = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
