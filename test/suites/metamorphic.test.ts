import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "#model/report.ts";
import { metamorphoses } from "./metamorphic.ts";
import { withoutPlace } from "./metamorphic-places.ts";
import { checkCase, ruleCases } from "./rule-cases.ts";

/**
 * The same plan in other words is judged alike. Every case is taken through each way of saying the same; what its findings
 * are about, how bad they are and what the change means for them must stay.
 */

/** How many cases each of them says in other words: one that finds nothing to change tests nothing. */
const reworded = new Map(metamorphoses.map(({ name }) => [name, 0]));

test.each(ruleCases().map((one) => [`${one.rule}: ${one.name}`, one.folder] as const))("%s", async (_, folder) => {
  const bytes = readFileSync(join(folder, "plan.json"));
  const expected = essence(await checkCase(folder, bytes));
  const given = JSON.stringify(JSON.parse(bytes.toString("utf8")));
  for (const { name, moves, apply } of metamorphoses) {
    const changed = apply(bytes);
    if (new TextDecoder().decode(changed) === given || (moves === true && namesAddresses(folder))) continue;
    reworded.set(name, (reworded.get(name) ?? 0) + 1);
    expect(essence(await checkCase(folder, changed)), name).toEqual(expected);
  }
});

test("every one of them has many cases to reword", () => {
  expect([...reworded].filter(([, count]) => count < 20)).toEqual([]);
});

/** A ruleset may name resources by their addresses. */
function namesAddresses(folder: string): boolean {
  const path = join(folder, "rolecall.yaml");
  return existsSync(path) && readFileSync(path, "utf8").includes("aws_");
}

function essence({ findings }: Report): readonly string[] {
  return findings
    .map(({ rule, verdict, severity, change, subject, detail, suppressed }) =>
      withoutPlace([rule, verdict, severity, change, subject.address, detail, suppressed === null].join(" | ")),
    )
    .sort();
}
