import { jsonTree, parseJson } from "#model/json-tree.ts";
import { insideText } from "#model/location.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import { wholeText } from "#model/text.ts";
import { absent, field, type Tree, textOf } from "#model/tree.ts";

/**
 * A plan with the resources that others hold: Cloud Control takes any type of CloudFormation, with its properties as JSON.
 * https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-create.html
 */
export function withEmbedded(plan: Plan): Plan {
  const held = plan.changes.filter((one) => one.type === "aws_cloudcontrolapi_resource").flatMap(heldBy);
  return held.length === 0 ? plan : { ...plan, changes: [...plan.changes, ...held] };
}

function heldBy(change: ResourceChange): readonly ResourceChange[] {
  const type = [change.after, change.before]
    .map((one) => known(field(one, "type_name")))
    .find((one) => one !== undefined);
  if (type === undefined) return [];
  const [before, after] = [desiredState(change.before), desiredState(change.after)];
  return [{ ...change, address: `${change.address}#desired_state`, dialect: "cloudformation", type, before, after }];
}

/** The properties; one that cannot be read yet keeps what it waits for. */
function desiredState(values: Tree): Tree {
  if (values.kind === "absent") return values;
  const state = field(values, "desired_state");
  const text = known(state);
  if (text === undefined) return state.kind === "unknown" ? state : absent(state.at);
  return jsonTree(parseJson(text), insideText(state.at));
}

function known(tree: Tree): string | undefined {
  const text = textOf(tree);
  const value = text === undefined ? undefined : wholeText(text);
  return value?.known === true ? value.value : undefined;
}
