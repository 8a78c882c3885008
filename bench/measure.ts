import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A process to be measured: what follows `node` on its command line. */
export interface Command {
  readonly name: string;
  readonly arguments: readonly string[];
  /** Exit codes with which it has done its work. */
  readonly codes: readonly number[];
}

/** What one run took: milliseconds, milliseconds of user and system time, bytes at the peak. */
export interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

const usage = fileURLToPath(new URL("usage.cjs", import.meta.url));

/** Runs every command once a round, each round in another order, so that a busy moment hits all of them. */
export function measure(commands: readonly Command[], rounds: number): ReadonlyMap<string, readonly Run[]> {
  const runs = new Map(commands.map((one) => [one.name, [] as Run[]]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < commands.length; i++) {
      const command = commands[(i + round) % commands.length];
      if (command !== undefined) runs.get(command.name)?.push(run(command));
    }
  }
  return runs;
}

/** Time is taken of a process as it is, and the rest of a second one, which counts. */
function run(command: Command): Run {
  const start = performance.now();
  spawn(command, []);
  const wall = performance.now() - start;
  const counted = spawn(command, ["--require", usage]);
  return { wall, ...(JSON.parse(counted) as Omit<Run, "wall">) };
}

function spawn({ name, arguments: given, codes }: Command, options: readonly string[]): string {
  const stdio = ["ignore", "ignore", "pipe", "pipe"] as const;
  const ended = spawnSync(process.execPath, [...options, ...given], { stdio: [...stdio], encoding: "utf8" });
  if (ended.status === null || !codes.includes(ended.status))
    throw new Error(`${name} ended with ${ended.status ?? ended.signal}: ${ended.stderr}`);
  return ended.output[3] ?? "";
}
