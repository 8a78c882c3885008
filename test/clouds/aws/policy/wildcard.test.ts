import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, matchesWildcard, mayOverlap } from "#clouds/aws/policy/wildcard.ts";

const escapable = /[.+^${}()|[\]\\/]/g;

/** The reference: the same wildcards as a regular expression. */
function matchesNaively(pattern: string, text: string): boolean {
  const source = pattern.replace(escapable, "\\$&").replaceAll("*", "[^]*").replaceAll("?", "[^]");
  return new RegExp(`^${source}$`).test(text);
}

/** All strings of up to five characters; `z` stands for the characters that no pattern names. */
const words = wordsUpTo(5, ["a", "b", "z"]);

function wordsUpTo(length: number, letters: readonly string[]): readonly string[] {
  if (length === 0) return [""];
  const shorter = wordsUpTo(length - 1, letters);
  const longest = shorter.filter((word) => word.length === length - 1);
  return [...shorter, ...longest.flatMap((word) => letters.map((letter) => word + letter))];
}

const starGlob = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 4 });
const glob = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 });
const runs = { numRuns: 1500 };

describe("matchesWildcard", () => {
  it.each([
    ["*", "", true],
    ["?", "", false],
    ["s3:Get*", "s3:GetObject", true],
    ["s3:Get*", "s3:getobject", false],
    ["s3:Get?bject", "s3:GetObject", true],
    ["*:a*a*", "iam:aba", true],
    ["a.c", "abc", false],
    ["arn:aws:s3:::x/*", "arn:aws:s3:::x", false],
    ["?", "\u{1f600}", false],
    ["??", "\u{1f600}", true],
  ])("%s on %s: %s", (pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected);
  });

  it("agrees with a regular expression", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", ".", "é"), maxLength: 10 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", ".", "\n"), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (p, t) => matchesWildcard(p, t) === matchesNaively(p, t)),
      runs,
    );
  });

  it("answers for patterns that drive a backtracking matcher out of its mind", () => {
    expect(matchesWildcard(`${"a*".repeat(500)}b`, "a".repeat(2000))).toBe(false);
  });
});

describe("covers", () => {
  it.each([
    ["*", "iam:*", true],
    ["iam:*", "*", false],
    ["iam:*", "iam:Put*", true],
    ["iam:Put*", "iam:*", false],
    ["s3:*object*", "s3:get*object", true],
    ["*", "", true],
    ["", "*", false],
    ["a??", "a*", false],
    ["a?*", "a*", false],
    ["a?*", "ab*", true],
    ["*?", "?*", true],
    ["?*", "*a*", true],
    ["a?", "a?", true],
    ["ab", "a?", false],
    ["\u0000", "?", false],
  ])("%s over %s: %s", (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });

  it("never says yes where a string escapes", () => {
    fc.assert(
      fc.property(glob, glob, (outer, inner) => {
        fc.pre(covers(outer, inner));
        return words.every((word) => !matchesNaively(inner, word) || matchesNaively(outer, word));
      }),
      runs,
    );
  });

  it("is exact for patterns of stars", () => {
    fc.assert(
      fc.property(starGlob, starGlob, (outer, inner) => {
        const escapes = words.some((word) => matchesNaively(inner, word) && !matchesNaively(outer, word));
        return covers(outer, inner) === !escapes;
      }),
      runs,
    );
  });

  it("knows that a pattern covers itself, and that coverage is handed on", () => {
    fc.assert(
      fc.property(glob, (one) => covers(one, one)),
      runs,
    );
    fc.assert(
      fc.property(starGlob, starGlob, starGlob, (a, b, c) => !(covers(a, b) && covers(b, c)) || covers(a, c)),
      runs,
    );
  });
});

describe("mayOverlap", () => {
  it.each([
    ["iam:*", "*:PassRole", true],
    ["iam:*", "s3:*", false],
    ["a?", "?b", true],
    ["a?", "a", false],
    ["*a", "b*", true],
    ["", "*", true],
    ["?", "", false],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(mayOverlap(a, b)).toBe(expected);
    expect(mayOverlap(b, a)).toBe(expected);
  });

  it("finds a common string exactly where there is one", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 3 });
    fc.assert(
      fc.property(
        short,
        short,
        (a, b) => mayOverlap(a, b) === words.some((word) => matchesNaively(a, word) && matchesNaively(b, word)),
      ),
      runs,
    );
  });
});
