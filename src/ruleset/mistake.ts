import { InputError } from "#model/input-error.ts";

/** Where something stands in a ruleset: a file, or the name of a preset; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something in a ruleset that cannot be used. */
export interface Mistake {
  readonly place: Place;
  readonly message: string;
}

export function showPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** A word of the user's in a message: in quotes, on one line, and not endless. */
export function quoted(word: string): string {
  return JSON.stringify(word.length > shown ? `${word.slice(0, shown)}…` : word);
}

const shown = 80;

/** More than these help nobody. */
const most = 100;

/** All mistakes at once, in the order in which they stand in each file. */
export function rulesetError(mistakes: readonly Mistake[]): InputError {
  const lines = [...new Set(inOrder(mistakes).map((one) => `${showPlace(one.place)} ${one.message}`))];
  const more = lines.length > most ? [`and ${lines.length - most} more`] : [];
  const message =
    lines.length === 1
      ? lines.join()
      : [`the ruleset has ${lines.length} mistakes:`, ...lines.slice(0, most), ...more].join("\n");
  return new InputError(
    2,
    "ruleset",
    message,
    "`rolecall schema ruleset` prints the JSON Schema of rulesets, for your editor",
  );
}

function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  const files = [...new Set(mistakes.map((one) => one.place.file))];
  return [...mistakes].sort(
    (a, b) =>
      files.indexOf(a.place.file) - files.indexOf(b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}
