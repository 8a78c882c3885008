import { expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import { showGroup } from "#reporters/text/finding.ts";
import { painter } from "#reporters/text/paint.ts";
import { reportOf } from "./support.ts";

const [first, second] = reportOf("grouped").findings;
if (first === undefined || second === undefined) throw new Error("the fixture has no two findings alike");

function inDocument(finding: Finding, document: string): Finding {
  return {
    ...finding,
    evidence: finding.evidence.map((one) => ({ ...one, location: { ...one.location, document, line: 4, column: 2 } })),
  };
}

function also(...group: readonly [Finding, ...Finding[]]): string | undefined {
  return showGroup(group, painter(false)).find((line) => line.startsWith("   also"));
}

test("an instance in the same document goes by its address, one in another document also by its place", () => {
  expect(also(first, second)).toBe(`   also  ${second.subject.address}  ${second.id}`);
  expect(also(inDocument(first, "dev.json"), inDocument(second, "prod.json"))).toBe(
    `   also  ${second.subject.address} at prod.json:4:2  ${second.id}`,
  );
});
