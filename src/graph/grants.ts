import type { Attachment, Grant } from "#model/attachment.ts";
import { type Form, within } from "#model/choice.ts";
import type { NodeId } from "#model/node.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";

/**
 * What each holder gets: every allowing statement of every policy that an attachment ties to it. A policy of this deployment that is attached to nothing is
 * its own holder, since whoever gets it later gets just that; one that only bounds grants nothing.
 */
export function grantsOf(policies: readonly Policy[], attachments: readonly Attachment[]): readonly Grant[] {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const grants: Grant[] = [];
  for (const attachment of attachments) {
    const policy = attachment.policy === undefined ? undefined : byId.get(attachment.policy);
    if (attachment.kind !== "grants" || policy === undefined || attachment.to === undefined) continue;
    for (const one of allowing(policy)) {
      const statement = attachment.form === undefined ? one : inForm(one, attachment.id, attachment.form);
      grants.push({ holder: attachment.to, attachment, policy, statement });
    }
  }
  for (const policy of unattached(policies, attachments)) {
    for (const statement of allowing(policy)) grants.push({ holder: policy.id, policy, statement });
  }
  return grants;
}

/** A statement of a policy that is attached only in one form of a choice: for this holder it is there only then. */
function inForm(statement: PermissionStatement, attachment: NodeId, form: Form): PermissionStatement {
  return { ...statement, id: `${statement.id} by ${attachment}`, form: within(form, statement.form) };
}

/** The managed policies that no attachment of the graph uses. */
function unattached(policies: readonly Policy[], attachments: readonly Attachment[]): readonly Policy[] {
  const used = new Set<NodeId | undefined>(attachments.filter((one) => one.to !== undefined).map((one) => one.policy));
  return policies.filter((one) => one.subject !== undefined && !used.has(one.id));
}

function allowing(policy: Policy): readonly PermissionStatement[] {
  return policy.statements.filter((one) => !one.effect.known || one.effect.value === "allow");
}
