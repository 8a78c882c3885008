/**
 * Whether a glob matches a whole string: `*` any run of characters, `?` exactly one. Takes time in proportion to the two lengths multiplied at worst, never more:
 * patterns and names come from files that anybody may have written.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let p = 0;
  while (at < text.length) {
    if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[at]) && pattern[p] !== "*") {
      p++;
      at++;
    } else if (pattern[p] === "*") {
      star = p++;
      resume = at;
    } else if (star >= 0) {
      p = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
