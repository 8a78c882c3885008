import { literalText, type Text } from "#model/text.ts";
import { field } from "#model/tree.ts";
import type { Truth } from "#model/truth.ts";
import { addBoundary, isSet } from "../link/attach.ts";
import { join } from "../link/join.ts";
import type { Linking } from "../link/linking.ts";
import { isPerson, mayBePerson } from "../link/people.ts";
import { attribute, nameFacts, type Resource } from "../link/resource.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import { nodeOf } from "../link/world.ts";
import { arnOf, iamArn } from "./iam-arn.ts";
import { addOwnPolicies, ownPolicies } from "./own-policies.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

const naming = { kind: "user", names: ["name", "id", "unique_id"], arn: iamArn("user") } as const;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html */
const user: ResourceType = {
  terraform: "aws_iam_user",
  cloudformation: "AWS::IAM::User",
  spelling: { name: "UserName", ...ownPolicies },
  naming,
  contribute(resource, linking) {
    const facts = nameFacts(resource, "name");
    addUser(resource, linking, facts);
    addBoundary(resource, linking);
    addOwnPolicies(resource, linking);
    addPassword(resource, linking);
    joinListed(resource, linking, facts.name);
  },
};

const userLookup: ResourceType = {
  terraform: "data.aws_iam_user",
  naming: { ...naming, names: ["user_name", "id"] },
  contribute(resource, linking) {
    addUser(resource, linking, { name: attribute(resource, "user_name") ?? [] });
  },
};

/** CloudFormation says in the user that he has a password. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-user.html */
function addPassword(resource: Resource, linking: Linking): void {
  const profile = field(resource.values, "login_profile");
  if (!isSet(profile)) return;
  const { address } = resource.change;
  const facts = { id: `${address}#login_profile`, name: literalText(resource.change.name), tags: untaggable };
  const subject = linking.graph.subject(resource.change, "aws", {
    ...facts,
    ...linking.world.accountFacts(resource),
  });
  linking.graph.addCredential({
    ...subject,
    kind: "credential",
    form: "password",
    of: address,
    active: profile.kind === "unknown" ? "unknown" : "yes",
    changedAtFirstUse: switchedOn(field(profile, "PasswordResetRequired")),
  });
}

/** The groups that CloudFormation lists in the user. */
function joinListed(resource: Resource, linking: Linking, memberText: Text): void {
  const groups = field(resource.values, "groups");
  if (!isSet(groups)) return;
  for (const { text, link } of linking.world.links(groups, ["group"], resource)) {
    const group = link.kind === "thing" ? nodeOf(link.thing) : linking.identity(text, "group", resource);
    join(resource, { memberText, member: resource.change.address, groupText: text, group }, linking);
  }
}

/** A user who gets a password for the console is a person; every other one is taken for a machine. */
function addUser(resource: Resource, linking: Linking, facts: ReturnType<typeof nameFacts>): void {
  const tags = tagsOf(resource);
  const subject = linking.graph.subject(resource.change, "aws", {
    ...facts,
    tags,
    ...linking.world.accountFacts(resource),
  });
  linking.graph.addIdentity({
    ...subject,
    kind: "user",
    tags,
    machine: machineOf(resource, linking),
    ...arnOf(resource, linking),
    serviceLinked: false,
  });
}

function machineOf({ change }: Resource, { world }: Linking): Truth {
  if (isPerson(change.address, world)) return "no";
  return mayBePerson(change.address, change.scope.provider.key, world) ? "unknown" : "yes";
}

export default [user, userLookup] satisfies readonly ResourceType[];
