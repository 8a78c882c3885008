import type { Text } from "#model/text.ts";
import type { Truth } from "#model/truth.ts";
import { addBoundary } from "../link/attach.ts";
import type { Linking } from "../link/linking.ts";
import { isPerson, mayBePerson } from "../link/people.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { tagsOf } from "../link/tags.ts";
import { iamArn } from "./iam-arn.ts";
import type { ResourceType } from "./resource-type.ts";

const naming = { kind: "user", names: ["name", "id", "unique_id"], arn: iamArn("user") } as const;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html */
const user: ResourceType = {
  terraform: "aws_iam_user",
  cloudformation: "AWS::IAM::User",
  naming,
  contribute(resource, linking) {
    addUser(resource, linking, attribute(resource, "name") ?? []);
    addBoundary(resource, linking);
  },
};

const userLookup: ResourceType = {
  terraform: "data.aws_iam_user",
  naming: { ...naming, names: ["user_name", "id"] },
  contribute(resource, linking) {
    addUser(resource, linking, attribute(resource, "user_name") ?? []);
  },
};

/** A user who gets a password for the console is a person; every other one is taken for a machine. */
function addUser(resource: Resource, linking: Linking, name: Text): void {
  const tags = tagsOf(resource);
  const subject = linking.graph.subject(resource.change, "aws", {
    name,
    tags,
    ...linking.world.accountFacts(resource),
  });
  linking.graph.addIdentity({
    ...subject,
    kind: "user",
    tags,
    machine: machineOf(resource, linking),
    serviceLinked: false,
  });
}

function machineOf({ change }: Resource, { world }: Linking): Truth {
  if (isPerson(change.address, world)) return "no";
  return mayBePerson(change.scope.provider.key, world) ? "unknown" : "yes";
}

export default [user, userLookup] satisfies readonly ResourceType[];
