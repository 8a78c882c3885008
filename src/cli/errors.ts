import { InputError } from "#model/input-error.ts";
import { printable } from "#reporters/printable.ts";
import type { Io } from "./io.ts";
import { systemCode } from "./system-error.ts";

/** Tells an error on stderr, and gives the exit code that it deserves. */
export async function tellError(error: unknown, io: Io): Promise<number> {
  if (error instanceof InputError) {
    await tell(io, error.message, error.hint);
    return error.exitCode;
  }
  // The message of an unforeseen error may quote the input, and with it a secret.
  const crashed = error instanceof Error && error.name === "RuleCrash";
  const what = crashed ? error.message : `an internal error (${error instanceof Error ? error.name : typeof error})`;
  const debug = io.env.ROLECALL_DEBUG;
  await tell(
    io,
    `${what}: nothing was judged`,
    "this is a fault of rolecall: please report it to its maintainers; ROLECALL_DEBUG=1 shows where it happened",
  );
  if (debug !== undefined && debug !== "") await writeStderr(`${stackOf(error)}\n`, io);
  return 4;
}

/** `error: …` and `hint: …`; further lines of a message are indented. */
export async function tell(io: Io, message: string, hint?: string): Promise<void> {
  const lines = message.split("\n").map(printable);
  const hints = hint === undefined ? [] : [`hint: ${hint.split("\n").map(printable).join("\n      ")}`];
  await writeStderr(`${[`error: ${lines.join("\n  ")}`, ...hints].join("\n")}\n`, io);
}

/** Writes to stderr, if somebody reads it. Nobody could be told that nobody does, and the exit code says what matters. */
export async function writeStderr(text: string, io: Io): Promise<void> {
  try {
    await io.stderr.write(text);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return printable(String(error));
  const own = (error.stack ?? error.message).split("\n").map(printable).join("\n");
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}
