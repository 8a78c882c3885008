import { literalText } from "#model/text.ts";
import { field, type Tree } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { type Linking, policyNode } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { policyOf } from "./resource-policy.ts";
import type { ResourceType } from "./resource-type.ts";

/**
 * The policy of an endpoint grants nothing: it is the most that can be done through the endpoint, by those who are in its network.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
const rows = [
  ["aws_vpc_endpoint", "service_name", "AWS::EC2::VPCEndpoint"],
  ["aws_vpc_endpoint_policy", "vpc_endpoint_id", undefined],
] as const;

const endpoints: readonly ResourceType[] = rows.map(([terraform, names, cloudformation]) => ({
  terraform,
  ...(cloudformation !== undefined && { cloudformation, spelling: { policy: "PolicyDocument" } }),
  contribute(resource, linking) {
    const tree = field(resource.values, "policy");
    if (isSet(tree)) addGuard(resource, tree, names, linking);
  },
}));

function addGuard(resource: Resource, tree: Tree, names: string, linking: Linking): void {
  const { address, type } = resource.change;
  const id = `${address}#policy`;
  const name = literalText(resource.change.name);
  const head = { id, kind: "guardrail", origin: "inline", name, address, type, assumed: false } as const;
  linking.graph.addPolicy(policyNode(head, linking.document(tree), tree));
  linking.graph.addAttachment({
    id: `${id}#attachment`,
    kind: "guards",
    policy: id,
    policyText: name,
    toText: attribute(resource, names) ?? [],
    address,
    at: tree.at,
  });
}

/** Only what is in the networks of a service network reaches it. https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html */
const lattice: ResourceType = policyOf({
  terraform: "aws_vpclattice_auth_policy",
  cloudformation: "AWS::VpcLattice::AuthPolicy",
  of: "resource_identifier",
  kind: "service-network",
  policy: "policy",
  guard: ({ change }) => ({ blocks: "yes", by: "network", at: change.at }),
});

export default [...endpoints, lattice] satisfies readonly ResourceType[];
