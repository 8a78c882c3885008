import { matchesGlob } from "#model/glob.ts";

/**
 * The wildcards of IAM: `*` is any run of characters, `?` is exactly one (a UTF-16 unit). Letter case counts: who
 * compares actions lowers both first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const matchesWildcard: (pattern: string, text: string) => boolean = matchesGlob;

/**
 * Whether every string that `inner` matches is matched by `outer` too. A yes is always true; a no is exact where
 * `outer` has no `?`, and may be overcautious where it has. Takes time in proportion to the two lengths multiplied at
 * worst.
 */
export function covers(outer: string, inner: string): boolean {
  // Without a `?`, nothing but a star of `outer` matches the star of `inner`, and what it absorbs may as well be any run.
  return outer.includes("?") ? coversWithMarks(outer, inner) : matchesGlob(outer, inner);
}

/** Whether some string matches both patterns. Exact. */
export function mayOverlap(a: string, b: string): boolean {
  if (!hasWildcard(a)) return matchesGlob(b, a);
  if (!hasWildcard(b)) return matchesGlob(a, b);
  return overlap(a, b);
}

function hasWildcard(pattern: string): boolean {
  return pattern.includes("*") || pattern.includes("?");
}

/** Row by row from the end: `row[j]` says whether the rest of `outer` covers `inner` from `j` on. */
function coversWithMarks(outer: string, inner: string): boolean {
  const own = marksFirst(outer);
  const other = marksFirst(inner);
  let below = lastRow(other, () => false);
  for (let i = own.length - 1; i >= 0; i--) {
    const row = new Array<boolean>(other.length + 1).fill(false);
    for (let j = other.length; j >= 0; j--)
      row[j] = coversFrom(own[i], other[j], at(row, j + 1), at(below, j), at(below, j + 1));
    below = row;
  }
  return at(below, 0);
}

/**
 * Whether `outer` from here on covers `inner` from here on, when `right` says so without the first of `inner`, `down`
 * without the first of `outer` and `both` without either. A star of `inner` under a `?` is both nothing and one more.
 */
function coversFrom(
  outer: string | undefined,
  inner: string | undefined,
  right: boolean,
  down: boolean,
  both: boolean,
): boolean {
  if (outer === "*") return down || (inner !== undefined && right);
  if (inner === undefined) return false;
  if (inner === "*") return outer === "?" && right && down;
  return (outer === "?" || outer === inner) && both;
}

/** `row[j]` says whether the rest of `a` and `b` from `j` on have a string in common. */
function overlap(a: string, b: string): boolean {
  let below = lastRow(b, (unit) => unit === "*");
  for (let i = a.length - 1; i >= 0; i--) {
    const row = new Array<boolean>(b.length + 1).fill(false);
    for (let j = b.length; j >= 0; j--)
      row[j] = overlapFrom(a[i], b[j], at(row, j + 1), at(below, j), at(below, j + 1));
    below = row;
  }
  return at(below, 0);
}

function overlapFrom(
  a: string | undefined,
  b: string | undefined,
  right: boolean,
  down: boolean,
  both: boolean,
): boolean {
  if (a === "*" || b === "*") return down || (b !== undefined && right);
  return b !== undefined && (a === "?" || b === "?" || a === b) && both;
}

/** The row of an empty rest: true at the end, and before it as long as only units follow that may be empty. */
function lastRow(pattern: string, mayBeEmpty: (unit: string | undefined) => boolean): boolean[] {
  const row = new Array<boolean>(pattern.length + 1).fill(false);
  row[pattern.length] = true;
  for (let j = pattern.length - 1; j >= 0 && mayBeEmpty(pattern[j]); j--) row[j] = true;
  return row;
}

/**
 * The same pattern with every run of wildcards as its `?` and then one star, so that runs that mean the same look the
 * same.
 */
function marksFirst(pattern: string): string {
  return pattern.replace(/[*?]+/g, (run) => run.replaceAll("*", "") + (run.includes("*") ? "*" : ""));
}

function at(row: readonly boolean[], index: number): boolean {
  return row[index] === true;
}
