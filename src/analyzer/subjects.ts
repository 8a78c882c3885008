import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Subject } from "#model/identity.ts";
import type { Policy } from "#model/policy.ts";
import type { Inspected, PrincipalDocument } from "#rules/rule.ts";

/** One thing for a rule to look at, and the node that its claims are about. */
export interface Case<Kind extends keyof Inspected> {
  readonly subject: Subject & { readonly kind: string };
  readonly inspected: Inspected[Kind];
}

type Cases = { readonly [Kind in keyof Inspected]: (index: IndexedGraph) => Iterable<Case<Kind>> };

/** What each kind of rule is given. Only what this deployment manages is judged; grants also where it gives them to an identity outside. */
export const cases: Cases = {
  *identity({ graph }) {
    for (const identity of graph.identities.filter(isManaged)) yield { subject: identity, inspected: { identity } };
  },
  *trust({ graph, trustOf }) {
    for (const identity of graph.identities.filter(isManaged)) {
      const statements = trustOf.get(identity.id);
      if (statements !== undefined || identity.trustUnread !== undefined)
        yield { subject: identity, inspected: { identity, statements: statements ?? [] } };
    }
  },
  *grants(index) {
    for (const holder of index.graph.identities) {
      const attachments = index.attachmentsOf.get(holder.id);
      if (attachments !== undefined)
        yield { subject: holder, inspected: { holder, grants: index.grantsOf.get(holder.id) ?? [], attachments } };
    }
    for (const holder of looseHolders(index)) {
      yield {
        subject: { ...holder.subject, kind: "policy" },
        inspected: { holder, grants: index.grantsOf.get(holder.id) ?? [], attachments: [] },
      };
    }
  },
  *resource({ graph, policies }) {
    for (const target of graph.targets.filter(isManaged)) {
      yield {
        subject: target,
        inspected: {
          target,
          policies: target.policies.map((id) => policies.get(id)).filter((one) => one !== undefined),
        },
      };
    }
  },
  *principals(index) {
    for (const { subject, inspected } of cases.trust(index)) {
      const { identity, statements } = inspected;
      const unread = identity.trustUnread;
      const document = { statements, ...(unread !== undefined && { unread }) };
      yield { subject, inspected: { subject: identity, documents: [document] } };
    }
    for (const { subject, inspected } of cases.resource(index))
      yield { subject, inspected: { subject: inspected.target, documents: inspected.policies.map(documentOf) } };
  },
  *workload({ graph }) {
    for (const workload of graph.workloads.filter(isManaged)) yield { subject: workload, inspected: { workload } };
  },
  *credential({ graph }) {
    for (const credential of graph.credentials.filter(isManaged))
      yield { subject: credential, inspected: { credential } };
  },
  *use(index) {
    for (const identity of index.graph.identities) {
      const workloads = index.workloadsOf.get(identity.id);
      if (workloads !== undefined) yield { subject: identity, inspected: { identity, workloads } };
    }
  },
  *endpoint({ graph }) {
    for (const endpoint of graph.endpoints.filter(isManaged)) yield { subject: endpoint, inspected: { endpoint } };
  },
  *"password-policy"({ graph }) {
    for (const policy of graph.passwordPolicies.filter(isManaged)) yield { subject: policy, inspected: { policy } };
  },
  *secrets({ graph }) {
    for (const bearer of graph.secretBearers.filter(isManaged)) yield { subject: bearer, inspected: { bearer } };
  },
  *graph() {
    // A rule about the whole graph names its subjects itself; none exists yet.
  },
};

function documentOf({ statements, unread, at }: Policy): PrincipalDocument {
  return { statements, ...(unread !== undefined && { unread: { hole: unread, at } }) };
}

function isManaged(subject: Subject): boolean {
  return subject.presence === "managed";
}

type LoosePolicy = Policy & { readonly subject: Subject };

/** Managed policies that nothing is tied to: they are judged by themselves, for whoever will get them. */
function looseHolders(index: IndexedGraph): readonly LoosePolicy[] {
  const used = new Set(index.graph.attachments.filter((one) => one.to !== undefined).map((one) => one.policy));
  return index.graph.policies.filter(
    (one): one is LoosePolicy => one.subject?.presence === "managed" && !used.has(one.id),
  );
}
