import { parseArgs } from "node:util";
import { growthFigure, sizeFigures, startFigures } from "./figures.ts";
import { PlanFiles } from "./plan-files.ts";
import { showFigures, showMachine } from "./table.ts";
import { isMissed } from "./targets.ts";
import { assemblyFigures, pulumiFigures, yamlFigures } from "./template-figures.ts";

/** Resources that make about 10 and 100 MB, and those between which growth is measured. */
const sizes = { "10 MB": 1_700, "100 MB": 17_000 } as const;
const growing = [1_000, 3_000, 10_000, 30_000, 50_000];

const usage = `npm run bench -- [--quick] [--strict] [--json] [--rounds N] [--plans FOLDER]
  --quick   plans of 10 MB, and an assembly of 300 stacks only
  --strict  exit code 1 when a target is missed
  --json    for programs
  --rounds  runs of each command (default: 7)
  --plans   keep the generated plans here, and use them again`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    rounds: { type: "string", default: "7" },
    plans: { type: "string" },
  },
});

if (values.help) console.log(usage);
else run();

function run(): void {
  using files = new PlanFiles(values.plans);
  const rounds = Number(values.rounds);
  const figures = [...startFigures(rounds)];
  for (const [name, resources] of Object.entries(sizes)) {
    if (!values.quick || name === "10 MB") figures.push(...sizeFigures(name, files.of(resources), rounds));
  }
  figures.push(...yamlFigures(files.yamlOf(1_000_000), rounds));
  figures.push(...pulumiFigures("preview", files.previewOf(10_000_000), rounds));
  figures.push(...pulumiFigures("events", files.eventsOf(10_000_000), rounds));
  figures.push(...assemblyFigures(files.assemblyOf(values.quick ? 300 : 3_000), rounds));
  if (!values.quick)
    figures.push(
      growthFigure(
        growing.map((resources) => files.of(resources)),
        rounds,
      ),
    );
  if (values.json) console.log(JSON.stringify({ node: process.version, rounds, figures }, undefined, 2));
  else console.log(`${showMachine(rounds)}\n\n${showFigures(figures)}`);
  if (values.strict && figures.some(isMissed)) process.exitCode = 1;
}
