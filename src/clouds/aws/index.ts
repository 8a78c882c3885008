import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Cloud } from "../cloud.ts";
import { loadActions } from "./data/actions.ts";
import { loadManagedPolicies, type ManagedPolicies } from "./data/managed-policies.ts";
import { withEmbedded } from "./embedded.ts";
import { Contributions } from "./link/contributions.ts";
import { Linking } from "./link/linking.ts";
import { markPeople } from "./link/people.ts";
import type { Resource } from "./link/resource.ts";
import { markRuled } from "./link/ruled.ts";
import type { Naming } from "./link/things.ts";
import { World } from "./link/world.ts";
import { AwsSemantics } from "./policy/semantics.ts";
import { inTerraformsWords, isUnderstood, resourceTypes } from "./resources/index.ts";
import { addProviderSecrets, addSecrets, holdsSecrets } from "./secrets/add.ts";
import { mayMatter, noticeUnjudged } from "./unjudged.ts";

/** Amazon Web Services. */
export function aws({ account }: { readonly account?: string }): Cloud {
  let vendorPolicies: ManagedPolicies | undefined;
  const semantics = new AwsSemantics();
  return {
    id: "aws",
    wants: (type, dialect) => isUnderstood(type, dialect) || holdsSecrets(type) || mayMatter(type, dialect),
    async prepare(plan) {
      if (plan.changes.length === 0) return;
      vendorPolicies ??= await loadManagedPolicies();
      semantics.use(await loadActions());
    },
    link(plan, builders) {
      const options = { vendorPolicies, account, namingOf, read: inTerraformsWords };
      const [whole, contributions] = [withEmbedded(plan), new Contributions()];
      for (const builder of builders) link(new World(whole, builder.moment, options), builder, contributions);
    },
    semantics,
  };
}

function link(world: World, builder: GraphBuilder, contributions: Contributions): void {
  const linking = new Linking(world, builder);
  markPeople(world);
  markRuled(world);
  for (const resource of world.resources)
    contributions.add(resource, linking, () => {
      addSecrets(resource, linking);
      contribute(resource, linking);
    });
  for (const resource of world.vanished) resourceTypes.get(resource.typeKey)?.vanish?.(resource, linking);
  linking.flush();
  addProviderSecrets(linking);
}

function contribute(resource: Resource, linking: Linking): void {
  const type = resourceTypes.get(resource.typeKey);
  if (type === undefined) noticeUnjudged(resource, linking.graph);
  else if (resource.change.mode !== "outside" || isIdentity(resource.typeKey)) type.contribute?.(resource, linking);
}

function namingOf(typeKey: string): Naming | undefined {
  return resourceTypes.get(typeKey)?.naming;
}

/** Of what lies outside of this change, only the identities matter: others may name them. */
function isIdentity(typeKey: string): boolean {
  const kind = namingOf(typeKey)?.kind;
  return kind === "role" || kind === "user" || kind === "group";
}
