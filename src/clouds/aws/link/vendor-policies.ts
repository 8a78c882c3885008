import type { GraphBuilder } from "#model/graph-builder.ts";
import { jsonTree } from "#model/json-tree.ts";
import type { NodeId } from "#model/node.ts";
import type { Policy } from "#model/policy.ts";
import { literalText, type Text, wholeText } from "#model/text.ts";
import { hole } from "#model/value.ts";
import { nameOfArn, parseArn } from "../arn.ts";
import type { ManagedPolicies } from "../data/managed-policies.ts";
import { readDocument } from "../policy/document.ts";

/** True for the ARN of a policy that AWS maintains, in any partition: its account field says `aws`. */
export function isVendorPolicy(arn: string): boolean {
  const parsed = parseArn(arn);
  return parsed?.service === "iam" && parsed.account === "aws" && parsed.resource.startsWith("policy/");
}

/** True for the ARN of a policy that AWS maintains for the inside of EKS clusters: it is in the words of Kubernetes, and lets nobody do anything in AWS. */
export function isClusterPolicy(arn: string): boolean {
  const parsed = parseArn(arn);
  return parsed?.service === "eks" && parsed.account === "aws" && parsed.resource.startsWith("cluster-access-policy/");
}

/**
 * The ARN of a policy that AWS maintains, as a text names it. Only the partition may be unknown, `arn:${AWS::Partition}:iam::aws:policy/…`: a policy of that
 * name is in every partition, and `*` stands for whichever it is.
 */
export function vendorArnIn(text: Text): string | undefined {
  const whole = wholeText(text);
  if (whole.known) return whole.value;
  const [scheme, partition, rest, ...more] = text;
  const named = scheme === "arn:" && typeof partition === "object" && typeof rest === "string" && more.length === 0;
  return named && rest.startsWith(":iam::aws:policy/") ? `arn:*${rest}` : undefined;
}

/** Policies that AWS maintains, added to a graph once each as they are named. */
export class VendorPolicies {
  readonly #table: ManagedPolicies | undefined;
  readonly #graph: GraphBuilder;
  readonly #added = new Set<string>();

  constructor(table: ManagedPolicies | undefined, graph: GraphBuilder) {
    this.#table = table;
    this.#graph = graph;
  }

  /** Adds the policy with this ARN, which is the id of its node. */
  add(arn: NodeId): void {
    if (!this.#added.has(arn)) this.#graph.addPolicy(this.#read(arn));
    this.#added.add(arn);
  }

  #read(arn: string): Policy {
    const at = { document: "AWS managed policies", pointer: "", address: arn };
    const parsed = parseArn(arn);
    const name = parsed === undefined ? arn : nameOfArn(parsed);
    const head = {
      id: arn,
      kind: "identity",
      origin: "vendor",
      name: literalText(name),
      address: arn,
      type: "aws-managed-policy",
      at,
    } as const;
    if (isClusterPolicy(arn)) return { ...head, statements: [], assumed: false };
    const policy = this.#table?.byArn(arn);
    if (policy === undefined) return { ...head, statements: [], unread: hole("unresolved-reference"), assumed: false };
    const document = readDocument(jsonTree(policy.document, at));
    const statements = document.statements.map((one, i) => ({ ...one, id: `${arn}/${i}` }));
    return {
      ...head,
      path: policy.path,
      statements,
      ...(document.unread !== undefined && { unread: document.unread }),
      assumed: policy.assumed,
    };
  }
}
