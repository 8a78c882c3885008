/**
 * Draws findings of `recommended` by chance, to be judged by reading what they were found in: docs/noise.md.
 *
 *     node scripts/noise.ts --seed=1 --sample=150 [--but=require-owner,require-purpose] FOLDER…
 *
 * Every plan and template below the folders is judged. What is drawn is printed as JSON, a finding a line, after a line for each that could not be read.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../bench/plans/random.ts";
import { check } from "../src/index.ts";
import type { Finding } from "../src/model/finding.ts";
import { InputError } from "../src/model/input-error.ts";

/** The most findings of one rule in one plan that can be drawn: a plan that repeats itself is not many opinions. */
const perPlanAndRule = 3;

interface Drawn {
  readonly plan: string;
  readonly finding: Finding;
}

const { values, positionals } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    sample: { type: "string", default: "150" },
    /** Rules whose findings are not drawn. */
    but: { type: "string", default: "" },
  },
  allowPositionals: true,
});
const but = new Set(values.but.split(","));
const random = new Random(Number(values.seed));
const plans = positionals.flatMap((folder) => globSync(join(folder, "**/*.{json,yaml,yml,template}"))).sort();

const judged = [];
for (const plan of plans) judged.push(await findingsIn(plan));
const read = judged.filter((one) => one !== undefined);
const all = read.flat();
const drawn = shuffled(all).slice(0, Number(values.sample));

for (const one of drawn) console.log(JSON.stringify(one));
console.error(`${read.length} plans, ${all.length} findings to draw from, ${drawn.length} drawn`);

/** What one plan brings to the draw; nothing at all when it is no plan that can be read, which is said. */
async function findingsIn(plan: string): Promise<readonly Drawn[] | undefined> {
  try {
    const report = await check([{ path: plan, bytes: readFileSync(plan) }], { today: "2026-11-25" });
    const failed = report.findings.filter(({ verdict, rule }) => verdict === "fails" && !but.has(rule));
    const byRule = Map.groupBy(failed, ({ rule }) => rule);
    const few = [...byRule.values()].flatMap((findings) => shuffled(findings).slice(0, perPlanAndRule));
    return few.map((finding) => ({ plan, finding }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(`not read: ${error.message}`);
    return undefined;
  }
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[]): readonly T[] {
  const left = [...items];
  return items.map(() => {
    const [item] = left.splice(random.below(left.length), 1);
    if (item === undefined) throw new Error("nothing left to draw");
    return item;
  });
}
