import { cloudsFor } from "#clouds/index.ts";
import { frontendFor } from "#frontends/index.ts";
import { buildGraph } from "#graph/build.ts";
import type { AccessGraph } from "#model/graph.ts";
import { defaultRuleset } from "#ruleset/default.ts";

/** The graph of one template, read by itself, with its addresses as they are: what is printed hides words that it marks as secret. */
export async function templateGraph(path: string, bytes: Uint8Array): Promise<AccessGraph> {
  const { settings } = defaultRuleset();
  const clouds = cloudsFor(settings, undefined);
  const input = { path, bytes };
  const wants = (type: string, dialect: "terraform" | "cloudformation") =>
    clouds.some((cloud) => cloud.wants(type, dialect));
  const plan = await frontendFor(input).read(input, wants);
  for (const cloud of clouds) await cloud.prepare(plan);
  return buildGraph(plan, clouds, "after", { settings, environment: undefined }).graph;
}
