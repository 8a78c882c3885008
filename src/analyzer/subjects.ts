import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Attachment } from "#model/attachment.ts";
import type { Form } from "#model/choice.ts";
import type { Identity, Subject } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import type { Policy } from "#model/policy.ts";
import type { Inspected, PrincipalDocument } from "#rules/rule.ts";
import { writtenDocuments } from "./written-documents.ts";

/** One thing for a rule to look at, and the node that its claims are about; none where each claim names its own. */
export interface Case<Kind extends keyof Inspected> {
  readonly subject: (Subject & { readonly kind: string }) | undefined;
  readonly inspected: Inspected[Kind];
  /** Set where this is what there is only in one form of a choice. */
  readonly form?: Form;
}

type Cases = { readonly [Kind in keyof Inspected]: (index: IndexedGraph) => Iterable<Case<Kind>> };

/** What each kind of rule is given. Only what this deployment manages is judged; grants also where it gives them to an identity outside, or to one that is presumed. */
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
      const attachments = (index.attachmentsOf.get(holder.id) ?? []).filter((one) => isGiven(one, holder));
      const grants = (index.grantsOf.get(holder.id) ?? []).filter(({ attachment }) => isGiven(attachment, holder));
      yield* inForms({ holder, grants, attachments });
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
  documents: writtenDocuments,
  *workload({ graph }) {
    for (const workload of graph.workloads.filter(isManaged)) yield { subject: workload, inspected: { workload } };
  },
  *credential({ graph }) {
    for (const credential of graph.credentials.filter(isManaged))
      yield { subject: credential, inspected: { credential } };
  },
  *use(index) {
    for (const identity of index.graph.identities.filter((one) => one.presence !== "presumed")) {
      const workloads = index.workloadsOf.get(identity.id);
      // Who may run as an identity of another input is judged there.
      if (workloads !== undefined || identity.deployedBy === undefined)
        yield { subject: identity, inspected: { identity, workloads: workloads ?? [] } };
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
    yield { subject: undefined, inspected: {} };
  },
};

/** What somebody has for sure, and what else in each form of a choice. */
function* inForms(holding: Inspected["grants"] & { readonly holder: Identity }): Iterable<Case<"grants">> {
  const { holder } = holding;
  const byForm = Map.groupBy(holding.attachments, ({ form }) => form && `${form.choice} ${form.form}`);
  for (const attachments of byForm.values()) {
    const form = attachments[0]?.form;
    const all = new Set<Attachment | undefined>(attachments);
    const grants = byForm.size === 1 ? holding.grants : holding.grants.filter(({ attachment }) => all.has(attachment));
    yield { subject: holder, inspected: { holder, grants, attachments }, ...(form !== undefined && { form }) };
  }
}

/** What a finding can be about, by its id: a node, a policy that is a resource of its own, or an attachment of which nobody knows whom it is for. */
export function subjectOfId(id: NodeId, { graph, nodes, policies }: IndexedGraph): Case<"graph">["subject"] {
  const node = nodes.get(id);
  if (node !== undefined) return node;
  const policy = policies.get(id)?.subject;
  if (policy !== undefined) return { ...policy, kind: "policy" };
  const attachment = graph.attachments.find((one) => one.id === id);
  return attachment === undefined ? undefined : subjectOfAttachment(attachment);
}

function subjectOfAttachment({ id, address, toText, at }: Attachment): Subject & { readonly kind: string } {
  return {
    id,
    kind: "attachment",
    name: toText,
    address,
    type: "attachment",
    cloud: "",
    providerKey: "",
    environment: { kind: "untold" },
    owner: { kind: "not-applicable" },
    action: "unrecognized",
    presence: "managed",
    at,
  };
}

function documentOf({ statements, unread, at }: Policy): PrincipalDocument {
  return { statements, ...(unread !== undefined && { unread: { hole: unread, at } }) };
}

/** What is presumed to be there has what it is presumed to have: only what somebody gives it beside that is judged. */
function isGiven(attachment: Attachment | undefined, holder: Subject): boolean {
  return holder.presence !== "presumed" || attachment?.address !== holder.address;
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
