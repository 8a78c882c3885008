import type { Attachment, Membership } from "#model/attachment.ts";
import type { Endpoint } from "#model/endpoint.ts";
import type { GraphBuilder, SubjectFacts } from "#model/graph-builder.ts";
import type { Credential, Identity, Subject, Target, Workload } from "#model/identity.ts";
import type { Notice } from "#model/notice.ts";
import type { PasswordPolicy } from "#model/password-policy.ts";
import type { ResourceChange } from "#model/plan.ts";
import type { Policy, TrustStatement } from "#model/policy.ts";
import type { SecretBearer } from "#model/secret.ts";

/** Adds something to a graph; it can be done again with another one. */
export type Addition = (graph: GraphBuilder) => void;

/** A graph of which somebody notes what is added, so that it can be added to another one, too. */
export class NotedGraph implements GraphBuilder {
  readonly moment: "before" | "after";
  readonly #graph: GraphBuilder;
  readonly #add: (addition: Addition) => void;

  constructor(graph: GraphBuilder, add: (addition: Addition) => void) {
    this.moment = graph.moment;
    this.#graph = graph;
    this.#add = add;
  }

  subject(resource: ResourceChange, cloud: string, facts: SubjectFacts): Subject {
    return this.#graph.subject(resource, cloud, facts);
  }

  addIdentity(node: Identity): void {
    this.#add((graph) => graph.addIdentity(node));
  }

  addWorkload(node: Workload): void {
    this.#add((graph) => graph.addWorkload(node));
  }

  addCredential(node: Credential): void {
    this.#add((graph) => graph.addCredential(node));
  }

  addTarget(node: Target): void {
    this.#add((graph) => graph.addTarget(node));
  }

  addEndpoint(node: Endpoint): void {
    this.#add((graph) => graph.addEndpoint(node));
  }

  addPasswordPolicy(node: PasswordPolicy): void {
    this.#add((graph) => graph.addPasswordPolicy(node));
  }

  addSecretBearer(node: SecretBearer, values: readonly string[]): void {
    this.#add((graph) => graph.addSecretBearer(node, values));
  }

  addPolicy(policy: Policy): void {
    this.#add((graph) => graph.addPolicy(policy));
  }

  addTrust(statement: TrustStatement): void {
    this.#add((graph) => graph.addTrust(statement));
  }

  addAttachment(attachment: Attachment): void {
    this.#add((graph) => graph.addAttachment(attachment));
  }

  addMembership(membership: Membership): void {
    this.#add((graph) => graph.addMembership(membership));
  }

  notice(notice: Notice): void {
    this.#add((graph) => graph.notice(notice));
  }
}
