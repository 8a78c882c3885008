import { acting } from "./printable.ts";

/** A value as JSON on lines of its own, in which what a terminal or a CI log would act on is written as escapes that mean the same. Maps become objects. */
export function inertJson(value: unknown): string {
  const text = JSON.stringify(value, plain, 2);
  return `${text.replace(acting, escapeCharacter).replace(/##(?=\[|vso\[)/gi, "#\\u0023")}\n`;
}

function plain(_: string, part: unknown): unknown {
  return part instanceof Map ? Object.fromEntries(part) : part;
}

/** Line ends only stand between the values: inside of them `JSON.stringify` has escaped them. */
function escapeCharacter(character: string): string {
  if (character === "\n") return character;
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
