import type { NodeId } from "#model/node.ts";
import { field } from "#model/tree.ts";
import { attribute, type Resource } from "./resource.ts";
import { nodeOf, type World } from "./world.ts";

/** Marks the users who get a password for the console: they are people. A password for somebody who is not known yet may be anyone's. */
export function markPeople(world: World): void {
  for (const resource of world.resources) {
    if (hasPassword(resource)) world.mark(person(resource.change.address));
    if (resource.typeKey !== "aws_iam_user_login_profile") continue;
    const user = attribute(resource, "user");
    const link = user === undefined ? undefined : world.link(user, ["user"], resource);
    if (link?.kind === "thing") world.mark(person(nodeOf(link.thing)));
    if (link?.kind === "unknown") world.mark(personOf(resource.change.scope.provider.key));
  }
}

/** CloudFormation says in the user that he has a password; whoever may have one is taken for a person. */
function hasPassword({ typeKey, values }: Resource): boolean {
  return typeKey === "aws_iam_user" && field(values, "login_profile").kind !== "absent";
}

/** Whether a user is known to be a person. */
export function isPerson(user: NodeId, world: World): boolean {
  return world.isMarked(person(user));
}

/** Whether some user of a provider configuration is a person, and nobody knows yet which. */
export function mayBePerson(provider: string, world: World): boolean {
  return world.isMarked(personOf(provider));
}

function person(user: NodeId): string {
  return `person ${user}`;
}

function personOf(provider: string): string {
  return `a person of ${provider}`;
}
