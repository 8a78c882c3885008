import { fileURLToPath } from "node:url";
import { type Command, measure, type Run } from "./measure.ts";
import type { PlanFile } from "./plan-files.ts";
import { exponentOf, ratioOf, spreadOf } from "./statistics.ts";
import { type Figure, targets } from "./targets.ts";

export const cli: string = fileURLToPath(new URL("../bin/rolecall.cjs", import.meta.url));
const nothing: Command = { name: "node -e 0", arguments: ["-e", "0"], codes: [0] };
const version: Command = { name: "rolecall --version", arguments: [cli, "--version"], codes: [0] };

/** What it takes to start. */
export function* startFigures(rounds: number): Iterable<Figure> {
  const runs = measure([nothing, version], rounds * 3);
  yield ratio("--version, time / node -e 0", runs, version, nothing, "wall");
  yield absolute("--version, ms", runs, version, "wall");
}

/** What a plan takes, beside what it takes to parse it. */
export function* sizeFigures(size: string, file: PlanFile, rounds: number): Iterable<Figure> {
  const [parse, json, text] = [parsing(file), checking(file, "json"), checking(file, "text")];
  const runs = measure([parse, json, text], rounds);
  yield figure(`${size}, bytes`, spreadOf([file.bytes]));
  yield absolute(`${size}, JSON.parse, ms`, runs, parse, "wall");
  yield absolute(`${size}, rolecall, ms`, runs, json, "wall");
  yield ratio(`${size}, time / JSON.parse`, runs, json, parse, "wall");
  yield ratio(`${size}, time as text / JSON.parse`, runs, text, parse, "wall");
  yield ratio(`${size}, processor time / JSON.parse`, runs, json, parse, "cpu");
  yield ratio(`${size}, peak memory / JSON.parse`, runs, json, parse, "memory");
}

/** Processor time, less what starting Node.js takes: a constant would hide growth. */
export function growthFigure(files: readonly PlanFile[], rounds: number): Figure {
  const start = spreadOf((measure([nothing], rounds).get(nothing.name) ?? []).map((one) => one.cpu)).median;
  const points = files.map((file) => {
    const command = checking(file, "json");
    const runs = measure([command], Math.max(3, Math.ceil(rounds / 2))).get(command.name) ?? [];
    return [file.resources, spreadOf(runs.map((one) => one.cpu)).median - start] as const;
  });
  return figure("growth of time, exponent", spreadOf([exponentOf(points)]));
}

function parsing({ path, bytes }: PlanFile): Command {
  const script = "JSON.parse(require('node:fs').readFileSync(process.argv[1]))";
  return { name: `JSON.parse ${bytes}`, arguments: ["-e", script, path], codes: [0] };
}

function checking({ path, bytes }: PlanFile, format: string): Command {
  return { name: `rolecall ${format} ${bytes}`, arguments: [cli, "check", path, "--format", format], codes: [0, 1] };
}

export type Runs = ReadonlyMap<string, readonly Run[]>;

export function ratio(name: string, runs: Runs, ours: Command, theirs: Command, what: keyof Run): Figure {
  const numbers = (command: Command) => (runs.get(command.name) ?? []).map((one) => one[what]);
  return figure(name, ratioOf(numbers(ours), numbers(theirs)));
}

export function absolute(name: string, runs: Runs, command: Command, what: keyof Run): Figure {
  return figure(name, spreadOf((runs.get(command.name) ?? []).map((one) => one[what])));
}

export function figure(name: string, { median, least, most }: ReturnType<typeof spreadOf>): Figure {
  const target = targets.get(name);
  return { name, value: median, least, most, ...(target !== undefined && { target }) };
}
