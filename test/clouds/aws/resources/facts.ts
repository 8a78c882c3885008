import { cloudsFor } from "#clouds/index.ts";
import { frontendFor } from "#frontends/index.ts";
import { buildGraph } from "#graph/build.ts";
import type { AccessGraph } from "#model/graph.ts";
import { showText } from "#model/text.ts";
import { defaultRuleset } from "#ruleset/default.ts";

/** The graph after a plan. */
export async function graphOf(bytes: Uint8Array): Promise<AccessGraph> {
  const { settings } = defaultRuleset();
  const clouds = cloudsFor(settings, undefined);
  const input = { path: "plan.json", bytes };
  const plan = await frontendFor(input).read(input, (type, dialect) =>
    clouds.some((cloud) => cloud.wants(type, dialect)),
  );
  for (const cloud of clouds) await cloud.prepare(plan);
  return buildGraph(plan, clouds, "after", { settings, environment: undefined }).graph;
}

/** What a graph says about the resource at an address, one line a fact, sorted. */
export function factsAt(graph: AccessGraph, address: string): readonly string[] {
  return [
    ...identities(graph, address),
    ...policies(graph, address),
    ...uses(graph, address),
    ...entrances(graph, address),
  ].sort();
}

function identities(graph: AccessGraph, address: string): readonly string[] {
  const own = graph.identities.filter((one) => one.id === address);
  const trust = graph.trust.filter((one) => one.identity === address);
  const credentials = graph.credentials.filter((one) => one.address === address);
  return [
    ...own.map((one) => `${one.presence} ${one.kind} ${showText(one.name)}, machine: ${one.machine}`),
    ...own.filter((one) => one.serviceLinked).map(() => "service-linked"),
    ...trust.flatMap((one) => one.principals.principals.map((who) => `trusts ${linked(who) ?? showText(who.text)}`)),
    ...credentials.map((one) => `${one.form} of ${one.of ?? "nobody"}`),
  ];
}

function linked(principal: AccessGraph["trust"][number]["principals"]["principals"][number]): string | undefined {
  return "node" in principal ? principal.node : undefined;
}

function policies(graph: AccessGraph, address: string): readonly string[] {
  const own = graph.policies.filter((one) => one.address === address);
  const attachments = graph.attachments.filter((one) => one.address === address);
  const memberships = graph.memberships.filter((one) => one.at.address === address);
  const targets = graph.targets.filter((one) => one.address === address);
  return [
    ...own.map((one) => `${one.origin} ${one.kind} policy with ${one.statements.length} statements`),
    ...attachments.map((one) => `${one.kind} ${one.policy ?? "an unknown policy"} to ${one.to ?? "nobody"}`),
    ...memberships.map((one) => `${one.member ?? "nobody"} is in ${one.group ?? "no group"}`),
    ...targets.map((one) => `is ruled by ${one.policies.join(", ")}`),
    ...targets.flatMap((one) =>
      one.publicAccessBlock === undefined ? [] : [`cuts public access off: ${one.publicAccessBlock.blocks}`],
    ),
    ...targets.flatMap(({ accessList }) =>
      accessList?.publicAccessBlock === undefined ? [] : [`turns its list off: ${accessList.publicAccessBlock.blocks}`],
    ),
  ];
}

function uses(graph: AccessGraph, address: string): readonly string[] {
  const own = graph.workloads.filter((one) => one.address === address);
  const runsAs = own.flatMap((one) => one.runsAs.map((use) => `runs as ${use.identity ?? "nobody"} (${use.use})`));
  return own.length > 0 && runsAs.length === 0 ? ["runs as nothing"] : runsAs;
}

function entrances(graph: AccessGraph, address: string): readonly string[] {
  const endpoints = graph.endpoints.filter((one) => one.address === address);
  const passwords = graph.passwordPolicies.filter((one) => one.address === address);
  return [
    ...endpoints.map(({ form, open }) => `${form}, open: ${open.holds} (${open.because})`),
    ...endpoints.flatMap(({ leadsTo }) => leadsTo.map(({ how, node }) => `${how} ${node ?? "nobody"}`)),
    ...passwords.map(
      ({ length, remembered }) => `passwords: ${shown(length)} characters, ${shown(remembered)} remembered`,
    ),
  ];
}

function shown({ value }: AccessGraph["passwordPolicies"][number]["length"]): string {
  return value.known ? String(value.value ?? "none") : "unknown";
}
