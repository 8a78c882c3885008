import { didYouMean } from "../did-you-mean.ts";
import { quoted } from "../mistake.ts";
import { pathOf, selectors } from "./selectors.ts";

const name = String.raw`[\p{L}_][\p{L}\d_-]*`;
const quotedKey = String.raw`(?:'[^'\\]*'|"[^"\\]*")`;
const index = String.raw`-?\d+`;
const slice = String.raw`-?\d*:-?\d*(?::\d+)?`;
const bracket = String.raw`\[(?:\*|${slice}|${index}(?:,${index})*|${quotedKey}(?:,${quotedKey})*)\]`;

/** A path of names, `*`, `..`, positions, slices and lists of these: all that a path can say without running anything. */
const plainPath = new RegExp(String.raw`^\$(?:\.\.?(?:\*|${name})|(?:\.\.)?${bracket})*$`, "u");

/** What is wrong with a `given`; undefined for one that can be followed. */
export function givenMistake(given: string): string | undefined {
  const path = pathOf(given);
  if (path === undefined) {
    const names = Object.keys(selectors);
    return `it must be a path from $, or begin with one of ${names.join(", ")}${didYouMean(given, names)}`;
  }
  if (plainPath.test(path)) return undefined;
  return /[?(]/.test(path)
    ? "filters and scripts are never run from a ruleset: choose with `where`"
    : `${quoted(path)} is not a path: write it like $.trust[*].conditions[*]`;
}

/** A path of names and `[*]` only: it can be followed without a library. */
export function isSimple(path: string): boolean {
  return /^\$(?:\.[\p{L}_][\p{L}\d_-]*|\[\*\])*$/u.test(path);
}
