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

/** Prints the access graph of a plan as JSON; what was not read stands among its notices, and is exit 3. */
export async function graphCommand(
  path: string | undefined,
  flags: GraphFlags,
  io: Io,
  engine: Engine,
): Promise<number> {
  const ruleset = await rulesetFor(flags, io, engine);
  checkEnvironment(flags.env, ruleset);
  const [input] = await readInputs(path === undefined ? [] : [path], io);
  if (input === undefined) throw new InputError(2, "no-input", "there is no plan to read", "rolecall graph plan.json");
  const handedIn = await handedInBy(flags, io);
  const graph = await engine.graph(
    input,
    { ruleset, ...linkOf(flags), ...handedIn },
    flags.before === true ? "before" : "after",
  );
  const incomplete = graph.notices.some(({ level }) => level === "incomplete");
  return Math.max(await writeStdout(inertJson(graph), io), incomplete ? 3 : 0);
}
