import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Report } from "#model/report.ts";
import { type Run, rolecall } from "./support.ts";

const log = readFileSync(new URL("../../fixtures/plans/pulumi/greenfield/events.ndjson", import.meta.url), "utf8");
const lines = log.trimEnd().split("\n");
const isOpen = (line: string) => line.includes('"resourcePreEvent"') && line.includes("aws:iam/role:Role::open");
const open = lines.findIndex(isOpen);
const changed = (change: (line: string, i: number) => string | readonly string[]): string =>
  lines.flatMap(change).join("\n");

/** Logs that something happened to: the codes of notices that make them incomplete, and whether the role that anybody may assume is seen. */
const logs: readonly (readonly [name: string, text: string, incomplete: readonly string[], isSeen: boolean])[] = [
  ["a whole log", log, [], true],
  ["line ends of Windows", log.replaceAll("\n", "\r\n"), [], true],
  ["empty lines", log.replaceAll("\n", "\n\n"), [], true],
  ["a line that is cut", changed((line, i) => (i === open ? line.slice(0, -40) : line)), ["line-broken"], false],
  ["a line with a slip", changed((line, i) => (i === open ? line.replace(":", ";") : line)), ["line-broken"], false],
  ["two events in a line", changed((line, i) => (i === 3 ? line + lines[4] : line)), ["line-broken"], true],
  [
    "a line that opens what the next one closes",
    changed((line, i) => (i === 3 ? '{"x":[' : line)),
    ["line-broken"],
    true,
  ],
  ["an end that is cut", log.slice(0, log.indexOf('"summaryEvent"') + 30), ["events-cut-off", "line-broken"], true],
  ["no end", lines.slice(0, -2).join("\n"), ["events-cut-off"], true],
  ["lines of a program in between", changed((line) => [line, "npm warn something", "[1,2]"]), [], true],
  [
    "an event that a program prints into",
    changed((line, i) => (i === open ? [line.slice(0, 200), "Compiling...", line.slice(200)] : line)),
    ["line-broken"],
    false,
  ],
  [
    "300 levels",
    changed((line, i) => (i === open ? `{"x":${"[".repeat(300)}${"]".repeat(300)}}` : line)),
    ["line-broken"],
    false,
  ],
  ["a word that no engine knows", log.replaceAll('"op":"create"', '"op":"conjure"'), ["unknown-action"], true],
];

async function reportOn(text: string): Promise<{ readonly run: Run; readonly report: Report }> {
  const run = await rolecall(["check", "events.ndjson", "--format", "json"], { files: { "events.ndjson": text } });
  return { run, report: JSON.parse(run.out) as Report };
}

describe("a log of events of Pulumi", () => {
  it.each(logs)("with %s", async (_name, text, incomplete, isSeen) => {
    const { run, report } = await reportOn(text);
    const codes = report.notices.filter((one) => one.level === "incomplete").map((one) => one.code);
    expect([...new Set(codes)].sort()).toEqual(incomplete);
    expect(run.code).toBe(incomplete.length === 0 ? 1 : 3);
    const seen = report.findings.some(
      (one) => one.rule === "no-public-trust" && one.subject.address.endsWith("::open"),
    );
    expect(seen).toBe(isSeen);
  });

  it.each(logs)("never shows what stands in a debug message: %s", async (_name, text) => {
    expect(text).toContain("ext-4711");
    for (const format of ["text", "json", "sarif"]) {
      const { out, err } = await rolecall(["check", "events.ndjson", "--format", format], {
        files: { "events.ndjson": text },
      });
      expect(out + err).not.toContain("ext-4711");
    }
  });
});
