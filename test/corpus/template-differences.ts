import type { AccessGraph } from "#model/graph.ts";
import { type Documents, documentsOf } from "./count-documents.ts";
import { type Json, rawTemplate } from "./raw-template.ts";

/** How much was compared, and where the graph says otherwise than the template. */
export interface Differences {
  readonly identities: number;
  readonly trusts: number;
  readonly policies: number;
  readonly found: readonly string[];
}

const identityTypes = new Set([
  ...["AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::ServiceLinkedRole"],
  ...["AWS::SSO::PermissionSet", "AWS::Organizations::Account"],
  ...[
    "AWS::IdentityStore::User",
    "AWS::IdentityStore::Group",
    "AWS::Cognito::UserPoolUser",
    "AWS::BedrockAgentCore::WorkloadIdentity",
  ],
]);

/** Compares what a template writes down, resource by resource and document by document, with its graph. */
export function differences(text: string, graph: AccessGraph): Differences {
  // What SAM makes of its resources is compared with SAM: see sam.test.ts.
  const resources = [...rawTemplate(text)].filter(([, one]) => !/^AWS::Serverless::/.test(String(one.Type)));
  const identities = resources.filter(([, { Type: type }]) => identityTypes.has(String(type)));
  const managed = new Set(graph.identities.flatMap((one) => (one.presence === "managed" ? [one.address] : [])));
  const compared = resources.map(([id, one]) => ofResource(id, one, graph));
  const sum = (count: (one: Compared) => number) => compared.reduce((total, one) => total + count(one), 0);
  return {
    identities: identities.length,
    trusts: sum(({ documents }) => documents.written.filter(({ isTrust }) => isTrust).length),
    policies: sum(({ documents }) => documents.written.filter(({ isTrust }) => !isTrust).length),
    found: [
      ...identities.flatMap(([id]) => (managed.has(id) ? [] : [`${id} is no identity`])),
      ...resources.flatMap(([id, { Type: type }]) =>
        managed.has(id) && !identityTypes.has(String(type)) ? [`${id} is an identity`] : [],
      ),
      ...compared.flatMap((one) => one.found),
    ],
  };
}

interface Compared {
  readonly documents: Documents;
  readonly found: readonly string[];
}

function ofResource(id: string, resource: Json, graph: AccessGraph): Compared {
  const at = `/Resources/${id}`;
  const documents = documentsOf(resource, at);
  const read = statementsOf(id, graph);
  const missing = documents.written.flatMap(({ pointer, isTrust, statements }) => {
    if (isTrust) return compare(pointer, statements, graph.trust.filter(({ identity }) => identity === id).length);
    const counts = read.get(pointer);
    return counts === undefined
      ? [`${pointer} is not read`]
      : counts.flatMap((count) => compare(pointer, statements, count));
  });
  const known = new Set(documents.written.map(({ pointer }) => pointer));
  const more = [...read.keys()].filter(
    (pointer) => pointer !== at && !known.has(pointer) && !documents.made.some((one) => pointer.startsWith(one)),
  );
  return { documents, found: [...missing, ...more.map((pointer) => `${pointer} is no document`)] };
}

function compare(pointer: string, written: number | undefined, read: number): readonly string[] {
  return written === undefined || written === read ? [] : [`${pointer}: ${read} statements, not ${written}`];
}

/** How many statements each document of a resource has; one may be the policy of several. */
function statementsOf(id: string, graph: AccessGraph): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { address, at, statements, origin } of graph.policies) {
    const [pointer = ""] = at.pointer.split("#");
    if (address === id && origin !== "vendor") found.set(pointer, [...(found.get(pointer) ?? []), statements.length]);
  }
  return found;
}
