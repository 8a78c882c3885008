import { absolute, cli, figure, type Runs, ratio } from "./figures.ts";
import { type Command, measure } from "./measure.ts";
import type { TemplateFile } from "./plan-files.ts";
import { spreadOf } from "./statistics.ts";
import type { Figure } from "./targets.ts";

/** What the assembly of an app takes, beside what it takes to parse its files, and to have them read by the CDK's own reader. */
export function* assemblyFigures({ path, bytes }: TemplateFile, rounds: number): Iterable<Figure> {
  const parse = script("JSON.parse", path);
  const official = script("CloudAssembly", path);
  const check = checking(path);
  const runs = measure([parse, official, check], rounds);
  const size = `assembly of ${stacksIn(path)} stacks`;
  yield figure(`${size}, bytes`, spreadOf([bytes]));
  yield* beside(size, runs, check, [
    ["JSON.parse", parse],
    ["CloudAssembly", official],
  ]);
}

/** What a template in YAML takes, beside what it takes to load it. */
export function* yamlFigures({ path, bytes }: TemplateFile, rounds: number): Iterable<Figure> {
  const load = script("js-yaml", path);
  const check = checking(path);
  const runs = measure([load, check], rounds);
  yield figure("YAML, bytes", spreadOf([bytes]));
  yield* beside("YAML", runs, check, [["js-yaml", load]]);
}

/** What a preview of Pulumi takes, or a log of events, beside what it takes to parse it. */
export function* pulumiFigures(
  what: "preview" | "events",
  { path, bytes }: TemplateFile,
  rounds: number,
): Iterable<Figure> {
  const parse = script(what === "preview" ? "JSON.parse of a file" : "JSON.parse of lines", path);
  const check = checking(path);
  const runs = measure([parse, check], rounds);
  yield figure(`${what} of Pulumi, bytes`, spreadOf([bytes]));
  yield* beside(`${what} of Pulumi`, runs, check, [["JSON.parse", parse]]);
}

type Others = readonly (readonly [name: string, command: Command])[];

function* beside(what: string, runs: Runs, check: Command, others: Others): Iterable<Figure> {
  yield absolute(`${what}, rolecall, ms`, runs, check, "wall");
  for (const [name, command] of others) {
    yield absolute(`${what}, ${name}, ms`, runs, command, "wall");
    yield ratio(`${what}, time / ${name}`, runs, check, command, "wall");
    yield ratio(`${what}, processor time / ${name}`, runs, check, command, "cpu");
    yield ratio(`${what}, peak memory / ${name}`, runs, check, command, "memory");
  }
}

function stacksIn(path: string): string {
  return Number(/\d+$/.exec(path)?.[0]).toLocaleString("en-US");
}

function script(name: keyof typeof others, path: string): Command {
  return { name, arguments: ["-e", others[name], path], codes: [0] };
}

/** What others do; packages are found from the folder of the project, where this runs. */
const others = {
  "JSON.parse": `
    const { readdirSync, readFileSync } = require("node:fs");
    const folder = process.argv[1];
    for (const name of readdirSync(folder)) JSON.parse(readFileSync(folder + "/" + name, "utf8"));`,
  "JSON.parse of a file": `JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));`,
  "JSON.parse of lines": `
    const lines = require("node:fs").readFileSync(process.argv[1], "utf8").split("\\n");
    for (const line of lines) if (line !== "") JSON.parse(line);`,
  CloudAssembly: `
    const { CloudAssembly } = require("@aws-cdk/cloud-assembly-api");
    const { stacksRecursively } = new CloudAssembly(process.argv[1], { skipVersionCheck: true });
    for (const stack of stacksRecursively) if (stack.template.Resources === undefined) process.exitCode = 1;`,
  "js-yaml": `
    const { readFileSync } = require("node:fs");
    require("js-yaml").load(readFileSync(process.argv[1], "utf8"));`,
} as const;

function checking(path: string): Command {
  return { name: `rolecall ${path}`, arguments: [cli, "check", path, "--format", "json"], codes: [0, 1, 3] };
}
