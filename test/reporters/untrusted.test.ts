import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "#model/report.ts";
import { json } from "#reporters/json.ts";
import { printable } from "#reporters/printable.ts";
import { sarif } from "#reporters/sarif.ts";
import { text } from "#reporters/text.ts";
import { runOf, validate } from "./sarif-support.ts";
import { plain, reportOf } from "./support.ts";

/** Code points that act on a terminal or hide text, first and last of each range. */
const ranges = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xe0020, 0xe007f],
] as const;

function acting(text: string): readonly string[] {
  return Array.from(text).filter((one) =>
    ranges.some(([first, last]) => {
      const code = one.codePointAt(0) ?? 0;
      return code >= first && code <= last;
    }),
  );
}

const piece = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "::error::",
    "##[error]",
    "##vso[task.complete]",
    "\n",
    "\r",
    " ",
    "\u001b[31m",
    "\u009b",
    "\u202e",
    "\ud800",
    "\u2028",
    "%0A",
    "{}",
    "{0}",
    "[x](https://example.com)",
    "../..",
  ),
);
const hostile = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(""));

/** The report with every string of it that a plan can choose replaced. */
function withStrings(report: Report, next: () => string): Report {
  const fixed = new Set(["schemaVersion", "severity", "verdict", "level", "confidence", "role", "change", "kind"]);
  return JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    typeof value === "string" && !fixed.has(key) ? next() : value,
  ) as Report;
}

const reports = fc
  .tuple(
    fc.constantFrom("mixed", "grouped", "incomplete", "several-inputs"),
    fc.array(hostile, { minLength: 1, maxLength: 12 }),
  )
  .map(([name, strings]) => {
    let i = 0;
    return withStrings(reportOf(name), () => strings[i++ % strings.length] ?? "");
  });

test("no text of a report acts on a terminal or gives commands to a CI system", () => {
  fc.assert(
    fc.property(reports, fc.boolean(), (report, quiet) => {
      const written = text.render(report, { ...plain, quiet });
      expect(acting(written)).toEqual([]);
      expect(written).not.toMatch(/^\s*::/m);
      expect(written).not.toMatch(/##(\[|vso\[)/i);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("nor does its JSON, which means the same all the same", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const written = json.render(report, plain);
      expect(acting(written)).toEqual([]);
      expect(written).not.toMatch(/^\s*::/m);
      expect(written).not.toMatch(/##(\[|vso\[)/i);
      expect(JSON.parse(written)).toEqual(report);
    }),
    { seed: 2, numRuns: 300 },
  );
});

/** A message as its reader sees it. Brackets are escaped where some could be taken for a link, and then all of them are; placeholders always. */
function shown(text: string): string {
  const brackets = text.includes("\\](") ? text.replace(/\\([\\[\]])/g, "$1") : text;
  return brackets.replace(/\{(\{\d+\})\}/g, "$1");
}

test("nor does SARIF, in which every name is still what it was, and every URI is one", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const written = sarif.render(report, plain);
      expect(acting(written)).toEqual([]);
      expect(written).not.toMatch(/^\s*::/m);
      expect(written).not.toMatch(/##(\[|vso\[)/i);
      expect(validate(JSON.parse(written)), JSON.stringify(validate.errors)).toBe(true);
      const { results } = runOf(report);
      const findings = report.findings.filter((one) => one.subject.kind !== "document" || one.blocks);
      expect(results.map((one) => one.properties.subject.name).sort()).toEqual(
        findings.map((one) => one.subject.name).sort(),
      );
      for (const { message, locations, relatedLocations = [] } of results) {
        const told = findings.some((one) => shown(message.text).includes(one.message));
        expect(told, message.text).toBe(true);
        expect(message.text).not.toMatch(/(?<!\\)\[[^\]\\]*(?<!\\)\]\(/);
        for (const { physicalLocation } of [...locations, ...relatedLocations]) {
          const { uri } = physicalLocation.artifactLocation;
          expect(uri).toMatch(/^(?!\/)(?:[\w.!~*'()-]|%[\dA-F]{2}|\/)+$/);
          expect(new URL(uri, "https://example.com/").host).toBe("example.com");
        }
      }
    }),
    { seed: 4, numRuns: 300 },
  );
});

describe("what is printed of a name", () => {
  const cases: readonly (readonly [given: string, printed: string])[] = [
    ["orders-prod", "orders-prod"],
    ["grüße 日本 👩‍💻", "grüße 日本 👩\\u200d💻"],
    ["a\u001b[2Jb", "a\\u001b[2Jb"],
    ["a\r\nb", "a\\u000d\\u000ab"],
    ["\u202etxt", "\\u202etxt"],
    ["\ud800x", "\\ud800x"],
    ["\u{e0041}", "\\u{e0041}"],
    ["::error::x", "\\::error::x"],
    ["arn:aws:iam::111122223333:role/ci", "arn:aws:iam::111122223333:role/ci"],
    ["see ::error::x", "see \\::error::x"],
    ["##[error]x", "#\\#[error]x"],
    ["##VSO[task]", "#\\#VSO[task]"],
  ];
  for (const [given, printed] of cases) test(printed, () => expect(printable(given)).toBe(printed));
});
