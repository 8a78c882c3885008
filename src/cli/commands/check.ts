import type { Input } from "#frontends/frontend.ts";
import { declaredEnvironment } from "#graph/environments.ts";
import type { Severity } from "#model/finding.ts";
import { InputError } from "#model/input-error.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { didYouMean } from "#ruleset/did-you-mean.ts";
import { withBefore } from "../before.ts";
import { type ColorMode, wantsColor } from "../color.ts";
import type { Engine } from "../engine.ts";
import { writeStderr } from "../errors.ts";
import { filesOnly, readInputs } from "../inputs.ts";
import type { Io } from "../io.ts";
import { checkOutputs, type OutputFile, writeReport } from "../output.ts";
import { type RulesetFlags, rulesetFor } from "../ruleset.ts";
import { Stopwatch } from "../stopwatch.ts";

export interface CheckFlags extends RulesetFlags {
  readonly failOn: Severity;
  /** True: at the same severity as `failOn`. */
  readonly failOnUndecided?: Severity | true;
  readonly gate: "changed" | "all";
  readonly allowIncomplete?: true;
  readonly minSeverity: Severity;
  readonly format: string;
  readonly output?: readonly OutputFile[];
  readonly env?: string;
  readonly account?: string;
  readonly parameters?: string;
  readonly before?: string;
  readonly today?: string;
  readonly quiet?: true;
  readonly stats?: true;
  readonly color: ColorMode;
}

/** Judges plans and reports; gives the exit code. */
export async function checkCommand(
  paths: readonly string[],
  flags: CheckFlags,
  io: Io,
  engine: Engine,
): Promise<number> {
  const files = flags.output ?? [];
  checkOutputs(files, paths, io.files);
  const watch = new Stopwatch(io);
  const reading = begun(inputsOf(paths, flags, io, engine));
  const ruleset = await watch.time("ruleset", () => rulesetFor(flags, io, engine));
  checkEnvironment(flags.env, ruleset);
  const [inputs] = await watch.time("read", () => Promise.all([reading, engine.load()]));
  const handedIn = await handedInBy(flags, io);
  const report = await watch.time("check", () =>
    engine.check(inputs, { ...gateOf(flags, io, engine), ...linkOf(flags), ...handedIn, ruleset }),
  );
  const options = { color: wantsColor(flags.color, io), minSeverity: flags.minSeverity, quiet: flags.quiet === true };
  const located = () => engine.locate(report, inputs);
  const exitCode = await watch.time("report", () =>
    writeReport(report, { format: flags.format, files, options, located }, io),
  );
  if (flags.stats === true) await writeStderr(watch.show(), io);
  return exitCode;
}

async function inputsOf(
  paths: readonly string[],
  { before }: CheckFlags,
  io: Io,
  engine: Engine,
): Promise<readonly Input[]> {
  const inputs = await readInputs(paths, io, engine);
  return before === undefined ? inputs : withBefore(inputs, before, io, engine);
}

/** Work that is awaited later; if something else fails first, nobody will. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

function gateOf(flags: CheckFlags, io: Io, engine: Engine) {
  const { failOn, failOnUndecided, gate } = flags;
  return {
    failOn,
    ...(failOnUndecided === undefined ? {} : { failOnUndecided: failOnUndecided === true ? failOn : failOnUndecided }),
    gate,
    allowIncomplete: flags.allowIncomplete === true,
    today: flags.today ?? io.today(),
    version: engine.version,
  };
}

/** What the user says about where the plan belongs. */
export function linkOf({ env, account }: Pick<CheckFlags, "env" | "account">): {
  environment?: string;
  account?: string;
} {
  return { ...(env === undefined ? {} : { environment: env }), ...(account === undefined ? {} : { account }) };
}

/** The file of parameters, read as an input is. */
export async function handedInBy(
  { parameters }: Pick<CheckFlags, "parameters">,
  io: Io,
): Promise<{ parameters?: Input }> {
  const [file] = parameters === undefined ? [] : await readInputs([parameters], io, filesOnly);
  return file === undefined ? {} : { parameters: file };
}

/** An environment that the ruleset does not define would tell nothing, silently. */
export function checkEnvironment(name: string | undefined, { settings }: Ruleset): void {
  if (name === undefined || declaredEnvironment(name, settings) !== undefined) return;
  const known = settings.environments.map((one) => one.name);
  const message = `--env ${name}: the ruleset defines ${known.length === 0 ? "no environment" : known.join(", ")}${didYouMean(name, known)}`;
  throw new InputError(2, "unknown-environment", message, "define it under `environments` in rolecall.yaml");
}
