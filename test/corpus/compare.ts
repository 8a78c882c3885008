import { cloudsFor } from "#clouds/index.ts";
import { frontendFor } from "#frontends/index.ts";
import { buildGraph } from "#graph/build.ts";
import type { AccessGraph } from "#model/graph.ts";
import { isRecord } from "#model/json-tree.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { countGraph, none } from "./count-graph.ts";
import { countRaw } from "./count-raw.ts";
import type { Counts } from "./counts.ts";
import { type Json, lookedUp, rawResources } from "./raw-plan.ts";

const kinds = Object.keys(none) as readonly (keyof Counts)[];

/** What a plan adds to the graph by the raw JSON, summed up, and where the graph says otherwise. */
export interface Comparison {
  readonly total: Required<Counts>;
  readonly differences: readonly string[];
}

/** Compares the graph after a plan, resource by resource, to what can be counted without the program. */
export async function compare(name: string, bytes: Uint8Array): Promise<Comparison> {
  const plan = parsed(bytes);
  const found = countGraph(await graphOf(name, bytes));
  const total = { ...none };
  const differences: string[] = [];
  const counted = new Set<string>();
  for (const resource of rawResources(plan)) {
    counted.add(resource.address);
    const counts = countRaw(resource);
    const actual = found.get(resource.address) ?? none;
    for (const kind of kinds) {
      // Of what is not counted either the list says nothing, or the plan does not tell.
      const expected = counts[kind];
      if (expected === undefined) continue;
      total[kind] += expected;
      if (expected !== actual[kind])
        differences.push(`${resource.address}: ${expected} ${kind} in the plan, ${actual[kind]} in the graph`);
    }
  }
  for (const [address, counts] of found)
    if (counts.identities > 0 && !counted.has(address)) differences.push(`${address} is not in the plan`);
  for (const address of lookedUp(plan))
    if ((found.get(address)?.identities ?? 0) > 0) differences.push(`${address} was only looked up`);
  return { total, differences };
}

/** A plan as JSON.parse reads it. */
export function parsed(bytes: Uint8Array): Json {
  const plan: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isRecord(plan)) throw new Error("this is no object");
  return plan;
}

/** The graph with its addresses as they are: what is printed hides words that the plan marks as secret. */
async function graphOf(name: string, bytes: Uint8Array): Promise<AccessGraph> {
  const { settings } = defaultRuleset();
  const clouds = cloudsFor(settings, undefined);
  const input = { path: name, bytes };
  const plan = await frontendFor(input).read(input, (type) => clouds.some((cloud) => cloud.wants(type, "terraform")));
  for (const cloud of clouds) await cloud.prepare(plan);
  return buildGraph(plan, clouds, "after", { settings, environment: undefined }).graph;
}
