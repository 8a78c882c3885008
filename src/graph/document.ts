import type { AccessGraph } from "#model/graph.ts";
import type {
  DocumentCredential,
  DocumentIdentity,
  DocumentNode,
  DocumentPolicy,
  DocumentTarget,
  DocumentWorkload,
  GraphDocument,
} from "#model/graph-document.ts";
import type { Credential, Identity, Subject, Target, Workload } from "#model/identity.ts";
import type { Notice } from "#model/notice.ts";
import type { Plan } from "#model/plan.ts";
import type { Policy } from "#model/policy.ts";
import { attachmentOf, grantOf, membershipOf } from "./document-edges.ts";
import { statementOf } from "./document-statements.ts";
import { endpointOf, passwordPolicyOf, secretBearerOf } from "./document-surface.ts";
import { holeOf, orNull, textOf } from "./document-values.ts";

/** Writes a graph as plain data, with what was not read of it. */
export function documentOf(graph: AccessGraph, plan: Plan, notices: readonly Notice[]): GraphDocument {
  return {
    schemaVersion: "1.0",
    moment: graph.moment,
    input: { path: plan.document, frontend: plan.frontend, format: plan.format },
    identities: graph.identities.map(identityOf),
    workloads: graph.workloads.map(workloadOf),
    credentials: graph.credentials.map(credentialOf),
    targets: graph.targets.map(targetOf),
    endpoints: graph.endpoints.map((one) => endpointOf(one, nodeOf(one, one.kind))),
    passwordPolicies: graph.passwordPolicies.map((one) => passwordPolicyOf(one, nodeOf(one, one.kind))),
    secretBearers: graph.secretBearers.map((one) => secretBearerOf(one, nodeOf(one, one.kind))),
    trust: graph.trust.map((one) => ({ identity: one.identity, ...statementOf(one) })),
    policies: graph.policies.map(policyOf),
    attachments: graph.attachments.map(attachmentOf),
    memberships: graph.memberships.map(membershipOf),
    grants: graph.grants.flatMap(grantOf),
    notices: [...plan.notices, ...notices],
  };
}

function nodeOf<Kind extends string>(one: Subject, kind: Kind): DocumentNode & { readonly kind: Kind } {
  return {
    id: one.id,
    kind,
    name: textOf(one.name),
    address: one.address,
    previousAddress: one.previousAddress ?? null,
    type: one.type,
    cloud: one.cloud,
    account: one.account ?? null,
    providerKey: one.providerKey,
    environment: environmentOf(one.environment),
    owner: one.owner.kind === "hidden" ? { ...one.owner, hole: holeOf(one.owner.hole) } : one.owner,
    action: one.action,
    presence: one.presence,
    at: one.at,
  };
}

function environmentOf(fact: Subject["environment"]): DocumentNode["environment"] {
  if (fact.kind === "told") return { kind: "told", ...fact.environment };
  return fact.kind === "unknown" ? { kind: "unknown", hole: holeOf(fact.hole) } : { kind: "untold" };
}

function identityOf(one: Identity): DocumentIdentity & { readonly kind: Identity["kind"] } {
  const { taggable, entries, unread } = one.tags;
  const tags = Object.fromEntries([...entries].map(([key, text]) => [key, textOf(text)]));
  return {
    ...nodeOf(one, one.kind),
    machine: one.machine,
    serviceLinked: one.serviceLinked,
    description: orNull(one.description, textOf),
    longestSession: orNull(one.longestSession?.seconds, (it) => (it.known ? it.value : holeOf(it.hole))),
    vendorDefault: one.vendorDefault ?? null,
    tags: taggable ? tags : null,
    tagsUnread: orNull(unread, holeOf),
    trustUnread: orNull(one.trustUnread?.hole, holeOf),
  };
}

function workloadOf(one: Workload): DocumentWorkload {
  const runsAs = one.runsAs.map(({ use, identity, text, at }) => ({
    use,
    identity: identity ?? null,
    text: textOf(text),
    at,
  }));
  return { ...nodeOf(one, one.kind), runsAs };
}

function credentialOf(one: Credential): DocumentCredential {
  return { ...nodeOf(one, one.kind), form: one.form, of: one.of ?? null, active: one.active ?? "yes" };
}

function targetOf(one: Target): DocumentTarget {
  const accessList = orNull(one.accessList, ({ policies, publicAccessBlock }) => ({
    policies,
    publicAccessBlock: publicAccessBlock ?? null,
  }));
  const publicAccessBlock = one.publicAccessBlock ?? null;
  return { ...nodeOf(one, one.kind), policies: one.policies, publicAccessBlock, accessList };
}

function policyOf(one: Policy): DocumentPolicy {
  return {
    id: one.id,
    kind: one.kind,
    origin: one.origin,
    name: textOf(one.name),
    path: one.path ?? null,
    address: one.address,
    type: one.type,
    assumed: one.assumed,
    subject: orNull(one.subject, (subject) => nodeOf(subject, "policy")),
    statements: one.statements.map(statementOf),
    unread: orNull(one.unread, holeOf),
    at: one.at,
  };
}
