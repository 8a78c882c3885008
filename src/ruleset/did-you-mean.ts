import { closest, distance } from "fastest-levenshtein";

/** The known word that a mistyped one most likely stands for; undefined when none is near. */
function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longest || known.length === 0) return undefined;
  const lower = word.toLowerCase();
  const best = closest(lower, known);
  const allowed = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  return distance(lower, best.toLowerCase()) <= allowed ? best : undefined;
}

/** ` (did you mean "x"?)`, or nothing when no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === undefined ? "" : ` (did you mean "${best}"?)`;
}

/** Nobody mistypes more than this; comparing takes time in proportion to the length. */
const longest = 80;
