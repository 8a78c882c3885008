import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Plan } from "#model/plan.ts";
import type { Cloud } from "../cloud.ts";
import { loadActions } from "./data/actions.ts";
import { loadManagedPolicies, type ManagedPolicies } from "./data/managed-policies.ts";
import { withEmbedded } from "./embedded.ts";
import { Linking } from "./link/linking.ts";
import { addPeople } from "./link/people.ts";
import { addRuled } from "./link/ruled.ts";
import { World } from "./link/world.ts";
import { AwsSemantics } from "./policy/semantics.ts";
import { inTerraformsWords, isUnderstood, resourceTypes } from "./resources/index.ts";
import { addProviderSecrets, addSecrets, holdsSecrets } from "./secrets/add.ts";
import { mayMatter, noticeUnjudged } from "./unjudged.ts";

/** Amazon Web Services. */
export function aws(options: { readonly account?: string }): Cloud {
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
    link(plan, builder) {
      link(plan, builder, vendorPolicies, options.account);
    },
    semantics,
  };
}

function link(
  plan: Plan,
  builder: GraphBuilder,
  vendorPolicies: ManagedPolicies | undefined,
  account: string | undefined,
): void {
  const world = new World(withEmbedded(plan), builder.moment, {
    vendorPolicies,
    account,
    namingOf: (key) => resourceTypes.get(key)?.naming,
    read: inTerraformsWords,
  });
  const linking = new Linking(world, builder);
  addPeople(linking);
  addRuled(linking);
  for (const resource of world.resources) {
    const type = resourceTypes.get(resource.typeKey);
    addSecrets(resource, linking);
    if (type === undefined) noticeUnjudged(resource, builder);
    else if (resource.change.mode !== "outside") type.contribute?.(resource, linking);
    else if (isIdentity(resource.typeKey)) type.contribute?.(resource, linking);
  }
  for (const resource of world.vanished) resourceTypes.get(resource.typeKey)?.vanish?.(resource, linking);
  linking.targets.flush();
  addProviderSecrets(linking);
}

/** Of what lies outside of this change, only the identities matter: others may name them. */
function isIdentity(typeKey: string): boolean {
  return ["role", "user", "group"].includes(resourceTypes.get(typeKey)?.naming?.kind ?? "");
}
