import { type Command, CommanderError } from "commander";
import type { Engine } from "./engine.ts";
import { tell, tellError } from "./errors.ts";
import type { Io } from "./io.ts";
import { engine as nodeEngine } from "./node-engine.ts";
import { writeStdout } from "./output.ts";
import { programFor } from "./program.ts";

/**
 * Runs a command line and gives its exit code; `argv` is what stands behind the name of the command. It never throws, and never ends the process.
 */
export async function main(argv: readonly string[], io: Io, engine: Engine = nodeEngine): Promise<number> {
  try {
    return await run(argv, io, engine);
  } catch (error) {
    return await lastWords(error, io);
  }
}

/** When not even the error can be told, the exit code still must be. */
async function lastWords(error: unknown, io: Io): Promise<number> {
  try {
    return await tellError(error, io);
  } catch {
    return 4;
  }
}

async function run(argv: readonly string[], io: Io, engine: Engine): Promise<number> {
  const parsed = { exitCode: 0 };
  const said = { out: "", error: "" };
  const program = programFor(io, engine, parsed);
  for (const command of allCommands(program)) listen(command, said);
  try {
    // Without a command there is nothing that could pass: a gate whose arguments got lost must not.
    if (argv.length === 0) {
      program.outputHelp();
      return Math.max(await writeStdout(said.out, io), 2);
    }
    await program.parseAsync(argv, { from: "user" });
    return parsed.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return await writeStdout(said.out, io);
    // A command of commands, without one: its help, but nothing that could pass.
    if (error.code === "commander.help") return Math.max(await writeStdout(said.error, io), 2);
    await tellUsage(said.error, argv, program, io);
    return 2;
  }
}

function allCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function listen(command: Command, said: { out: string; error: string }): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => {
      said.out += text;
    },
    writeErr: (text) => {
      said.error += text;
    },
    // Colour is the reporters' business; help must be the same everywhere.
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    getOutHelpWidth: () => 100,
    getErrHelpWidth: () => 100,
  });
}

async function tellUsage(said: string, argv: readonly string[], program: Command, io: Io): Promise<void> {
  const [first = "wrong usage", ...rest] = said
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  const suggestion = /^\(Did you mean (.+)\?\)$/.exec(rest.join(" "))?.[1];
  const [word = ""] = argv;
  const help = ["rolecall", ...wordsOf(program, argv), "--help"].join(" ");
  const forgotten = first.startsWith("unknown command") && /[./\\]/.test(word) ? `rolecall check ${word}` : undefined;
  await tell(io, suggestion === undefined ? first : `${first} (did you mean "${suggestion}"?)`, forgotten ?? help);
}

/** The names of the commands that a command line begins with. */
function wordsOf(command: Command, [word, ...rest]: readonly string[]): readonly string[] {
  const found = command.commands.find((one) => one.name() === word);
  return found === undefined ? [] : [found.name(), ...wordsOf(found, rest)];
}
