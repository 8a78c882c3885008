import type { NodeId } from "#model/node.ts";
import { literalText, type Text } from "#model/text.ts";
import { absent, field, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { type Linking, policyNode } from "../link/linking.ts";
import { linkStatements } from "../link/principals.ts";
import { attribute, type Resource, written } from "../link/resource.ts";
import { conditionOf } from "../policy/conditions.ts";
import { addMadePolicy, type MadeStatement, text } from "./made-policy.ts";
import type { ResourceType } from "./resource-type.ts";

/** A statement of an event bus's policy, as a resource of its own. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html */
const eventPermission: ResourceType = {
  terraform: "aws_cloudwatch_event_permission",
  cloudformation: "AWS::Events::EventBusPolicy",
  spelling: { "condition.type": "Type", "condition.key": "Key", "condition.value": "Value" },
  contribute(resource, linking) {
    const name = attribute(resource, "statement_id") ?? literalText(resource.change.name);
    const id = addWritten(resource, linking, name) ?? addMadePolicy(resource, linking, name, [statementOf(resource)]);
    linking.collect((targets) =>
      targets.beside(id, { of: attribute(resource, "event_bus_name"), kind: "event-bus" }, resource),
    );
  },
};

/** CloudFormation takes a whole statement, too. */
function addWritten(resource: Resource, linking: Linking, name: Text): NodeId | undefined {
  const statement = field(resource.values, "statement");
  if (!isSet(statement)) return undefined;
  const { address, type } = resource.change;
  const { at } = statement;
  const tree: Tree = {
    kind: "map",
    at,
    keys: () => ["Statement"],
    get: (key) => (key === "Statement" ? statement : absent(at)),
  };
  const id = `${address}#policy`;
  const head = { id, kind: "resource", origin: "inline", name, address, type, assumed: false } as const;
  const document = linking.document(tree);
  const statements = linkStatements(document.statements, linking.world, resource);
  linking.graph.addPolicy(policyNode(head, { ...document, statements }, tree));
  return id;
}

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
