import type { Cloud } from "#clouds/cloud.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { Notice } from "#model/notice.ts";
import type { Plan } from "#model/plan.ts";
import type { Settings } from "#model/ruleset.ts";
import { Builder } from "./builder.ts";

export interface BuildOptions {
  readonly settings: Settings;
  /** The plan's own environment, as the user named it. */
  readonly environment: string | undefined;
}

export interface Built {
  readonly graph: AccessGraph;
  readonly notices: readonly Notice[];
  /** Secrets that were found in the plan and that it does not mark as such; they must not reach any output. */
  readonly secrets: ReadonlySet<string>;
}

export interface Moments {
  readonly before: Built;
  readonly after: Built;
}

/** Links a plan into its access graph, as it is or as it will be. */
export function buildGraph(
  plan: Plan,
  clouds: readonly Cloud[],
  moment: "before" | "after",
  options: BuildOptions,
): Built {
  const builder = new Builder(moment, options.settings, options.environment);
  for (const cloud of clouds) cloud.link(plan, [builder]);
  return built(builder);
}

/** Both graphs of a plan at once, which takes little longer than one where little changes. */
export function buildGraphs(plan: Plan, clouds: readonly Cloud[], options: BuildOptions): Moments {
  const before = new Builder("before", options.settings, options.environment);
  const after = new Builder("after", options.settings, options.environment);
  for (const cloud of clouds) cloud.link(plan, [after, before]);
  return { before: built(before), after: built(after) };
}

function built(builder: Builder): Built {
  return { graph: builder.build(), notices: builder.notices, secrets: builder.secrets };
}
