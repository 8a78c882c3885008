import type { Linking } from "./linking.ts";
import { attribute } from "./resource.ts";
import { nodeOf } from "./world.ts";

/** Notes the users who get a password for the console: they are people. A password for somebody who is not known yet may be anyone's. */
export function addPeople(linking: Linking): void {
  for (const resource of linking.world.resources) {
    if (resource.typeKey !== "aws_iam_user_login_profile") continue;
    const user = attribute(resource, "user");
    const link = user === undefined ? undefined : linking.world.link(user, ["user"], resource);
    if (link?.kind === "thing") linking.people.add(nodeOf(link.thing));
    if (link?.kind === "unknown") linking.perhapsPeople.add(resource.change.scope.provider.key);
  }
}
