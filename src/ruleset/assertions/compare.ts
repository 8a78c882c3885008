import { matchesGlob } from "#model/glob.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import type { Leaf, Values } from "../custom/leaf.ts";

/** What stands in a ruleset where a value is meant. */
export type Scalar = string | number | boolean;

/** Whether a value is the one that is written in the ruleset; numbers and truth values count as their spelling. */
export function isSame(leaf: Leaf, expected: Scalar): Truth {
  return fits(leaf, String(expected), false);
}

/** Whether a value fits a glob: `*` any run of characters, `?` exactly one. */
export function isLike(leaf: Leaf, pattern: string): Truth {
  return fits(leaf, pattern, true);
}

/** Holds of every value; of a list that may have more of them nobody knows, unless one is known for which it does not. */
export function ofEvery({ leaves, more }: Values, holds: (leaf: Leaf) => Truth): Truth {
  return both(...leaves.map(holds), more.length > 0 ? "unknown" : "yes");
}

/** Holds of one value at least. */
export function ofSome({ leaves, more }: Values, holds: (leaf: Leaf) => Truth): Truth {
  return either(...leaves.map(holds), more.length > 0 ? "unknown" : "no");
}

/** Holds of the value, which must be there; of each item, where the field means the items of a list. */
export function ofValue(values: Values, holds: (leaf: Leaf) => Truth): Truth {
  if (values.many || values.leaves.length > 0) return ofEvery(values, holds);
  return values.more.length > 0 ? "unknown" : "no";
}

function fits(leaf: Leaf, pattern: string, isGlob: boolean): Truth {
  if (leaf.kind === "hole") return "unknown";
  if (leaf.kind === "thing") return "no";
  const spelled = (text: string): string => (leaf.anyCase ? text.toLowerCase() : text);
  const wanted = spelled(pattern);
  if (leaf.kind === "scalar") {
    const text = spelled(leaf.text);
    return truth(isGlob ? matchesGlob(wanted, text) : wanted === text);
  }
  const tokens = leaf.parts.flatMap((part): readonly (string | undefined)[] =>
    typeof part === "string" ? units(spelled(part)) : [undefined],
  );
  return fitsPartly(units(wanted), isGlob, tokens);
}

/** What `?` stands for, as in any other glob: one UTF-16 code unit. */
function units(text: string): readonly string[] {
  return text.split("");
}

/**
 * Whether a text with holes (undefined) fits a pattern whatever the holes turn out to be, or could fit it. `places` are the positions in the pattern up to which
 * the text so far may have come: for sure only where a `*` takes in the whole hole.
 */
function fitsPartly(pattern: readonly string[], isGlob: boolean, text: readonly (string | undefined)[]): Truth {
  const isStar = (at: number): boolean => isGlob && pattern[at] === "*";
  const reached = (fill: boolean): boolean => {
    let places = closed(new Set([0]), isStar);
    for (const token of text) {
      const next = new Set<number>();
      for (const at of places) {
        if (isStar(at)) next.add(at);
        else if (
          token !== undefined &&
          at < pattern.length &&
          (pattern[at] === token || (isGlob && pattern[at] === "?"))
        )
          next.add(at + 1);
      }
      if (token === undefined && fill) for (let at = Math.min(...places); at <= pattern.length; at++) next.add(at);
      places = closed(next, isStar);
      if (places.size === 0) return false;
    }
    return places.has(pattern.length);
  };
  if (reached(false)) return "yes";
  return reached(true) ? "unknown" : "no";
}

/** The positions, and those behind a `*`, which also stands for nothing. */
function closed(places: Set<number>, isStar: (at: number) => boolean): Set<number> {
  for (const at of places) if (isStar(at)) places.add(at + 1);
  return places;
}
