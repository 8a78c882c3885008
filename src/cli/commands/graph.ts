import type { Input } from "#frontends/frontend.ts";
import { InputError } from "#model/input-error.ts";
import { inertJson } from "#reporters/inert-json.ts";
import type { Engine } from "../engine.ts";
import { readInputs } from "../inputs.ts";
import type { Io } from "../io.ts";
import { writeStdout } from "../output.ts";
import { type RulesetFlags, rulesetFor } from "../ruleset.ts";
import { checkEnvironment, handedInBy, linkOf } from "./check.ts";

export interface GraphFlags extends RulesetFlags {
  readonly before?: true;
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

/** Prints the access graph of a plan as JSON; what was not read stands among its notices, and is exit 3. */
export async function graphCommand(
  path: string | undefined,
  flags: GraphFlags,
  io: Io,
  engine: Engine,
): Promise<number> {
  const ruleset = await rulesetFor(flags, io, engine);
  checkEnvironment(flags.env, ruleset);
  const input = onlyOf(await readInputs(path === undefined ? [] : [path], io, engine));
  const handedIn = await handedInBy(flags, io);
  const graph = await engine.graph(
    input,
    { ruleset, ...linkOf(flags), ...handedIn },
    flags.before === true ? "before" : "after",
  );
  const incomplete = graph.notices.some(({ level }) => level === "incomplete");
  return Math.max(await writeStdout(inertJson(graph), io), incomplete ? 3 : 0);
}
