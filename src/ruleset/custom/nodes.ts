import type { DocumentNode, GraphDocument } from "#model/graph-document.ts";

/** Everything in a document that a finding can be about by itself. */
export function nodesOf(document: GraphDocument): readonly DocumentNode[] {
  const { identities, workloads, credentials, targets, endpoints, passwordPolicies, secretBearers } = document;
  // What is several things at once is found as the first of them.
  return [...secretBearers, ...passwordPolicies, ...endpoints, ...targets, ...credentials, ...workloads, ...identities];
}
