import type { Input } from "#frontends/frontend.ts";
import { InputError } from "#model/input-error.ts";
import { inertJson } from "#reporters/inert-json.ts";
import { withBefore } from "../before.ts";
import type { Engine } from "../engine.ts";
import { readInputs } from "../inputs.ts";
import type { Io } from "../io.ts";
import { writeStdout } from "../output.ts";
import { type RulesetFlags, rulesetFor } from "../ruleset.ts";
import { checkEnvironment, handedInBy, linkOf } from "./check.ts";

export interface GraphFlags extends RulesetFlags {
  /** True: as the plan itself tells. */
  readonly before?: string | true;
  readonly env?: string;
  readonly account?: string;
  readonly parameters?: string;
}

/** A graph is of one stack. */
function onlyOf([input, ...others]: readonly Input[]): Input {
  if (input === undefined) throw new InputError(2, "no-input", "there is no plan to read", "rolecall graph plan.json");
  if (others.length === 0) return input;
  const message = `this is ${others.length + 1} stacks: name the template of one`;
  throw new InputError(2, "several-stacks", message, `rolecall graph ${input.path}`);
}

/** `graph --before plan.json` is about that plan: what stands behind an option that may stand alone belongs to it. */
async function inputOf(path: string | undefined, { before }: GraphFlags, io: Io, engine: Engine): Promise<Input> {
  const [plan, template] = path === undefined && typeof before === "string" ? [before, undefined] : [path, before];
  const input = onlyOf(await readInputs(plan === undefined ? [] : [plan], io, engine));
  return typeof template === "string" ? onlyOf(await withBefore([input], template, io, engine)) : input;
}

/** Prints the access graph of a plan as JSON; what was not read stands among its notices, and is exit 3. */
export async function graphCommand(
  path: string | undefined,
  flags: GraphFlags,
  io: Io,
  engine: Engine,
): Promise<number> {
  const ruleset = await rulesetFor(flags, io, engine);
  checkEnvironment(flags.env, ruleset);
  const input = await inputOf(path, flags, io, engine);
  const handedIn = await handedInBy(flags, io);
  const graph = await engine.graph(
    input,
    { ruleset, ...linkOf(flags), ...handedIn },
    flags.before === undefined ? "after" : "before",
  );
  const incomplete = graph.notices.some(({ level }) => level === "incomplete");
  return Math.max(await writeStdout(inertJson(graph), io), incomplete ? 3 : 0);
}
