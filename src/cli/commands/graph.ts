import type { Input } from "#frontends/frontend.ts";
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

/** `graph --before plan.json` is about that plan: what stands behind an option that may stand alone belongs to it. */
async function inputsOf(
  path: string | undefined,
  { before }: GraphFlags,
  io: Io,
  engine: Engine,
): Promise<readonly Input[]> {
  const [plan, template] = path === undefined && typeof before === "string" ? [before, undefined] : [path, before];
  const inputs = await readInputs(plan === undefined ? [] : [plan], io, engine);
  return typeof template === "string" ? withBefore(inputs, template, io, engine) : inputs;
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
  const inputs = await inputsOf(path, flags, io, engine);
  const handedIn = await handedInBy(flags, io);
  const graph = await engine.graph(
    inputs,
    { ruleset, ...linkOf(flags), ...handedIn },
    flags.before === undefined ? "after" : "before",
  );
  const incomplete = graph.notices.some(({ level }) => level === "incomplete");
  return Math.max(await writeStdout(inertJson(graph), io), incomplete ? 3 : 0);
}
