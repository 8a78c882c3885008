/** A value as JSON on lines of its own, in which what a terminal or a CI log would act on is written as escapes that mean the same. Maps become objects. */
export function inertJson(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? Object.fromEntries(part) : part), 2);
  return `${text.replace(unsafe, escapeUnit).replace(/##(?=\[|vso\[)/gi, "#\\u0023")}\n`;
}

/** What `JSON.stringify` leaves as it is. */
const unsafe =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

function escapeUnit(units: string): string {
  return Array.from({ length: units.length }, (_, i) => `\\u${units.charCodeAt(i).toString(16).padStart(4, "0")}`).join(
    "",
  );
}
