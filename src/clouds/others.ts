import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Plan } from "#model/plan.ts";
import type { Semantics } from "#model/semantics.ts";
import type { Cloud } from "./cloud.ts";
import { identityKinds, providerOf } from "./data/identity-types.ts";

/** Providers whose identity types are listed, by the cloud that a ruleset would name. */
const cloudOfProvider: ReadonlyMap<string, string> = new Map([
  ["google", "gcp"],
  ["google-beta", "gcp"],
  ["azurerm", "azure"],
  ["azuread", "azure"],
  ["azapi", "azure"],
  ["helm", "kubernetes"],
  ["kubectl", "kubernetes"],
  ["kustomization", "kubernetes"],
]);

/** Says of resources that are about access in a cloud nobody here judges that they were not judged; where the ruleset leaves that cloud out, nothing is missing. */
export function others(chosen: readonly string[] | undefined): Cloud {
  return {
    id: "other",
    wants: (type, dialect) => dialect === "terraform" && cloudOf(type) !== undefined,
    prepare: async () => {},
    link(plan, builders) {
      for (const builder of builders) notice(plan, builder, chosen);
    },
    semantics: nothing,
  };
}

function notice(plan: Plan, builder: GraphBuilder, chosen: readonly string[] | undefined): void {
  for (const change of plan.changes) {
    const cloud = cloudOf(change.type);
    if (cloud === undefined || change.mode !== "managed" || change[builder.moment].kind === "absent") continue;
    const level = chosen === undefined || chosen.includes(cloud) ? "incomplete" : "info";
    const message = `${change.type} is about access in ${cloud}, which this version does not judge`;
    builder.notice({ code: "cloud-not-judged", level, message, location: change.at });
  }
}

/** The cloud of a type that is about access and that no other cloud here understands. */
function cloudOf(type: string): string | undefined {
  if (/^aws(cc)?_/.test(type) || identityKinds(type) === undefined) return undefined;
  const provider = providerOf(type);
  return provider === undefined ? undefined : (cloudOfProvider.get(provider) ?? provider);
}

/** Nothing of these clouds ever becomes a statement. */
const nothing: Semantics = new Proxy({} as Semantics, {
  get: () => {
    throw new Error("this cloud has no policy language here");
  },
});
