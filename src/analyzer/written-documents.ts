import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Identity, Subject, Target } from "#model/identity.ts";
import type { Policy, Statement } from "#model/policy.ts";
import { nameOrAddress } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import type { Inspected, WrittenDocument } from "#rules/rule.ts";

interface Written {
  readonly subject: Subject & { readonly kind: string };
  readonly inspected: Inspected["documents"];
}

/** Whoever has a policy document of its own that is not wholly right, or not wholly known; each document once, however many are given it. */
export function* writtenDocuments(index: IndexedGraph): Iterable<Written> {
  const { identities, policies, targets } = index.graph;
  for (const identity of identities)
    yield* of(identity, [
      ...trustOf(identity, index.trustOf.get(identity.id) ?? []),
      ...inlineOf(identity, index).flatMap((one) => policyOf(one)),
    ]);
  for (const policy of policies)
    if (policy.subject?.presence === "managed") yield* of({ ...policy.subject, kind: "policy" }, policyOf(policy));
  for (const target of targets.filter((one) => one.presence === "managed"))
    yield* of(target, resourcePolicies(target, index));
}

function* of(subject: Written["subject"], documents: readonly WrittenDocument[]): Iterable<Written> {
  if (documents.length > 0) yield { subject, inspected: { documents } };
}

/** What is wrong in one form of a choice, or was not looked through there. */
function formIn(statements: readonly Statement[]): Hole | undefined {
  return statements.find(({ form }) => form !== undefined && form.sound !== true)?.form?.hole;
}

function trustOf(role: Identity, statements: readonly Statement[]): readonly WrittenDocument[] {
  const { presence, trustDefects = [], trustUnread } = role;
  const why = trustUnread?.hole ?? formIn(statements);
  if (presence !== "managed" || (trustDefects.length === 0 && why === undefined)) return [];
  const unread = why === undefined ? {} : { unread: why };
  return [
    {
      name: `the trust policy of role ${nameOrAddress(role)}`,
      defects: trustDefects,
      ...unread,
      at: trustUnread?.at ?? role.at,
    },
  ];
}

function inlineOf(identity: Identity, index: IndexedGraph): readonly Policy[] {
  const tied = index.attachmentsOf.get(identity.id) ?? [];
  const own = tied.map(({ policy }) => (policy === undefined ? undefined : index.policies.get(policy)));
  return own.filter((one) => one !== undefined).filter((one) => one.origin === "inline");
}

function resourcePolicies(target: Target, index: IndexedGraph): readonly WrittenDocument[] {
  const policies = target.policies.map((id) => index.policies.get(id)).filter((one) => one !== undefined);
  return policies.flatMap((one) => policyOf(one, `the policy of ${nameOrAddress(target)}`));
}

/** The document of a policy, where there is something to say about it. */
function policyOf(policy: Policy, name?: string): readonly WrittenDocument[] {
  const { defects = [], statements, at } = policy;
  const unread = policy.unread ?? formIn(statements);
  if (defects.length === 0 && unread === undefined) return [];
  return [{ name: name ?? `policy ${nameOrAddress(policy)}`, defects, ...(unread !== undefined && { unread }), at }];
}
