import { literalText } from "#model/text.ts";
import { field, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { attribute, type Resource, written } from "../link/resource.ts";
import { conditionOf } from "../policy/conditions.ts";
import { addMadePolicy, type MadeStatement, text } from "./made-policy.ts";
import type { ResourceType } from "./resource-type.ts";

/** A statement of an event bus's policy, as a resource of its own. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html */
const eventPermission: ResourceType = {
  terraform: "aws_cloudwatch_event_permission",
  contribute(resource, linking) {
    const name = attribute(resource, "statement_id") ?? literalText(resource.change.name);
    const id = addMadePolicy(resource, linking, name, [statementOf(resource)]);
    linking.collect((targets) =>
      targets.beside(id, { of: attribute(resource, "event_bus_name"), kind: "event-bus" }, resource),
    );
  },
};

function statementOf(resource: Resource): MadeStatement {
  const action = written(resource, "action");
  const condition = field(resource.values, "condition");
  const [type, key, value] = ["type", "key", "value"].map((name) => textOf(field(condition, name)));
  return {
    principals: [written(resource, "principal")],
    actions: [isSet(action) ? action : text("events:PutEvents", resource.change.at)],
    conditions: type === undefined || key === undefined || value === undefined ? [] : [conditionOf(type, key, [value])],
  };
}

export default [eventPermission] satisfies readonly ResourceType[];
