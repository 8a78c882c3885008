import type { Defect } from "#model/defect.ts";
import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { defaultRoles } from "../data/default-roles.ts";
import { addBoundary, addInlinePolicy, addManagedPolicies, isSet } from "../link/attach.ts";
import type { Linking } from "../link/linking.ts";
import { roleMachine } from "../link/machine.ts";
import { numberIn } from "../link/numbers.ts";
import { linkPrincipals } from "../link/principals.ts";
import { attribute, literal, nameFacts, type Resource } from "../link/resource.ts";
import { isRepeated } from "../link/ruled.ts";
import { tagsOf } from "../link/tags.ts";
import { defectsOf, withSoundForm } from "../policy/defects.ts";
import { arnOf, iamArn } from "./iam-arn.ts";
import { ownPolicies } from "./own-policies.ts";
import type { ResourceType } from "./resource-type.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html */
const role: ResourceType = {
  terraform: "aws_iam_role",
  cloudformation: "AWS::IAM::Role",
  spelling: {
    name: "RoleName",
    assume_role_policy: "AssumeRolePolicyDocument",
    ...ownPolicies,
  },
  naming: { kind: "role", names: ["name", "id", "unique_id"], arn: iamArn("role") },
  contribute(resource, linking) {
    const trust = trustOf(resource, linking);
    linking.graph.addIdentity(identityOf(resource, linking, trust));
    for (const statement of trust.statements) linking.graph.addTrust(statement);
    addBoundary(resource, linking);
    addManagedPolicies(resource, field(resource.values, "managed_policy_arns"), linking);
    for (const [i, block] of elements(field(resource.values, "inline_policy")).entries()) {
      if (holdsPolicy(block) && !isRepeated(block, "inline_policy", resource, linking.world))
        addInlinePolicy(resource, block, i, linking);
    }
  },
};

/** A block with an empty name and an empty policy is how older providers say that a role has no inline policy. */
function holdsPolicy(block: Tree): boolean {
  const isEmpty = (key: string) => textOf(field(block, key))?.length === 0;
  return isSet(block) && isSet(field(block, "policy")) && !(isEmpty("name") && isEmpty("policy"));
}

/** A role that was only looked up: a place that policies can be attached to, judged by nobody here. */
const roleLookup: ResourceType = {
  terraform: "data.aws_iam_role",
  naming: { kind: "role", names: ["name", "id"], arn: iamArn("role") },
  contribute(resource, linking) {
    linking.graph.addIdentity(identityOf(resource, linking, trustOf(resource, linking)));
  },
};

interface Trust {
  readonly statements: readonly TrustStatement[];
  readonly unread?: Identity["trustUnread"];
  readonly defects: readonly Defect[];
}

function trustOf(resource: Resource, linking: Linking): Trust {
  const tree = field(resource.values, "assume_role_policy");
  const document = linking.document(tree);
  const statements = document.statements.map((one, i): TrustStatement => {
    const principals = linkPrincipals(one.principals ?? { match: "only", principals: [] }, linking.world, resource);
    const read = withSoundForm(one, "trust");
    return { ...read, id: `${resource.change.address}#trust/${i}`, identity: resource.change.address, principals };
  });
  const defects = defectsOf(document, "trust", tree);
  const unread = document.unread === undefined ? {} : { unread: { hole: document.unread, at: tree.at } };
  return { statements, defects, ...unread };
}

function identityOf(resource: Resource, linking: Linking, trust: Trust): Identity {
  const tags = tagsOf(resource);
  const facts = { ...nameFacts(resource, "name"), tags, ...linking.world.accountFacts(resource) };
  const subject = linking.graph.subject(resource.change, "aws", facts);
  const path = literal(resource, "path");
  const description = attribute(resource, "description");
  return {
    ...subject,
    kind: "role",
    tags,
    machine: roleMachine(path, trust.statements, trust.unread !== undefined),
    ...arnOf(resource, linking),
    serviceLinked: path !== undefined && /^\/aws-(service-role|reserved)\//.test(path),
    ...(description !== undefined && { description }),
    longestSession: longestSession(resource),
    ...vendorDefaultOf(resource),
    ...(trust.unread !== undefined && { trustUnread: trust.unread }),
    ...(trust.defects.length > 0 && { trustDefects: trust.defects }),
  };
}

/** An hour where nobody says. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
function longestSession(resource: Resource): NonNullable<Identity["longestSession"]> {
  const seconds = numberIn(field(resource.values, "max_session_duration"), 3600);
  return { seconds: seconds.value, at: seconds.at };
}

/** A role that is only looked up may be one that AWS made. */
function vendorDefaultOf(resource: Resource): Pick<Identity, "vendorDefault"> {
  const name = literal(resource, "name");
  const grade = resource.change.mode === "managed" || name === undefined ? undefined : defaultRoles.get(name);
  return grade === undefined ? {} : { vendorDefault: grade };
}

export default [role, roleLookup] satisfies readonly ResourceType[];
