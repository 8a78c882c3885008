import type { NodeId } from "#model/node.ts";
import { field } from "#model/tree.ts";
import { attribute, type Resource } from "./resource.ts";
import { nodeOf, type World } from "./world.ts";

/** Marks the users who get a password for the console: they are people. A password for somebody who is not known yet may be anyone's. */
export function markPeople(world: World): void {
  for (const resource of world.resources) {
    markByProfile(resource, world);
    if (resource.typeKey !== "aws_iam_user_login_profile") continue;
    const user = attribute(resource, "user");
    const link = user === undefined ? undefined : world.link(user, ["user"], resource);
    if (link?.kind === "thing") world.mark(person(nodeOf(link.thing)));
    if (link?.kind === "unknown") world.mark(personOf(resource.change.scope.provider.key));
  }
}

/** CloudFormation says in the user that he has a password. */
function markByProfile({ typeKey, values, change }: Resource, world: World): void {
  const profile = typeKey === "aws_iam_user" ? field(values, "login_profile").kind : "absent";
  if (profile === "absent") return;
  world.mark(profile === "unknown" ? perhaps(change.address) : person(change.address));
}

/** Whether a user is known to be a person. */
export function isPerson(user: NodeId, world: World): boolean {
  return world.isMarked(person(user));
}

/** Whether a user may be a person: his own password is not known yet, or that of some user of his provider configuration. */
export function mayBePerson(user: NodeId, provider: string, world: World): boolean {
  return world.isMarked(perhaps(user)) || world.isMarked(personOf(provider));
}

function person(user: NodeId): string {
  return `person ${user}`;
}

function perhaps(user: NodeId): string {
  return `perhaps a person ${user}`;
}

function personOf(provider: string): string {
  return `a person of ${provider}`;
}
