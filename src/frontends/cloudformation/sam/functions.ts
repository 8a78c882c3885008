import { aliasOf } from "./aliases.ts";
import { deploymentsOf } from "./deployments.ts";
import { destinationsOf } from "./destinations.ts";
import type { Target } from "./events/event.ts";
import { functionEvents } from "./events/of-functions.ts";
import { propertiesOfRole } from "./function-roles.ts";
import { functionUrl } from "./function-urls.ts";
import { attribute, ref } from "./language.ts";
import { type Around, made, type Part, type Serverless } from "./parts.ts";
import { policiesIn } from "./policies.ts";
import { roleFor } from "./role-of-function.ts";
import { propagated, tagsOf } from "./tags.ts";

/** What the function has besides its own properties: they become other resources. */
const expanded = new Set(
  "AssumeRolePolicyDocument AutoPublishAlias Connectors DeploymentPreference EventInvokeConfig Events FunctionUrlConfig \
PermissionsBoundary Policies PropagateTags RolePath Tracing".split(" "),
);

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html */
export function functionParts(source: Serverless, around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  const alias = aliasOf(source, around);
  const target: Target = {
    id: alias?.id ?? id,
    name: ref(alias?.id ?? id),
    arn: alias === undefined ? attribute(id, "Arn") : ref(alias.id),
    condition: source.condition,
  };
  const destinations = destinationsOf(source);
  const events = functionEvents(properties.Events, target, id, [...steps, "Properties"], around);
  const policies = policiesIn(properties.Policies, `${id}Role`, [...steps, "Properties", "Policies"]);
  const role = roleFor(source, propertiesOfRole(source, around, policies, [destinations, ...events]));
  const tags = tagsOf(properties.Tags, { "lambda:createdBy": "SAM" });
  const own = Object.fromEntries(Object.entries(properties).filter(([key]) => !expanded.has(key)));
  return propagated(source, [
    made(source, id, "AWS::Lambda::Function", { ...own, Tags: tags, Role: role.arn }, steps),
    ...(alias === undefined ? [] : [alias]),
    ...functionUrl(source, target, around.template),
    ...destinations.parts,
    ...role.parts,
    ...policies.parts,
    ...events.flatMap(({ parts }) => parts),
    ...deploymentsOf(source, around),
  ]);
}
