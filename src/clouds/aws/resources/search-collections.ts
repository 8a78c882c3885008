import { jsonTree, parseJson } from "#model/json-tree.ts";
import { insideText } from "#model/location.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { leavesAt } from "../link/leaves.ts";
import { knownText, type Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { addMadePolicy, type MadeStatement } from "./made-policy.ts";
import type { ResourceType } from "./resource-type.ts";

/**
 * Who may read and write collections of OpenSearch Serverless. Its policies are JSON in a language of their own: a list of principals, each list with the
 * rules for them. https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
 */
const accessPolicy: ResourceType = {
  terraform: "aws_opensearchserverless_access_policy",
  cloudformation: "AWS::OpenSearchServerless::AccessPolicy",
  contribute(resource, linking) {
    const id = addMadePolicy(resource, linking, attribute(resource, "name") ?? [], statementsOf(resource, linking));
    linking.collect((targets) => targets.beside(id, { of: undefined, kind: "domain" }, resource));
  },
};

function statementsOf(resource: Resource, linking: Linking): readonly MadeStatement[] {
  const tree = field(resource.values, "policy");
  const value = knownText(textOf(tree));
  if (value === undefined) return [{ principals: [tree], actions: [tree], conditions: [], namesSomebody: true }];
  const parsed = parseJson(value);
  if (parsed === undefined) linking.graph.notice({ ...notJson, location: tree.at });
  return elements(jsonTree(parsed, insideText(tree.at))).map((entry) => ({
    principals: elements(field(entry, "Principal")),
    actions: permissionsOf(entry),
    conditions: [],
    namesSomebody: true,
  }));
}

const notJson = { code: "policy-not-json", level: "info", message: "this policy is not valid JSON" } as const;

function permissionsOf(entry: Tree): readonly Tree[] {
  return leavesAt(entry, "Rules.Permission").flatMap(elements);
}

export default [accessPolicy] satisfies readonly ResourceType[];
