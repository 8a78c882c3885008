import type { Attachment, Grant, Membership } from "#model/attachment.ts";
import type { DocumentAttachment, DocumentMembership, GraphDocument } from "#model/graph-document.ts";
import { textOf } from "./document-values.ts";

export function attachmentOf(one: Attachment): DocumentAttachment {
  return {
    id: one.id,
    kind: one.kind,
    // Of one that is there only in one form of a choice nobody can say which policy it attaches.
    policy: one.form === undefined ? (one.policy ?? null) : null,
    policyText: textOf(one.policyText),
    to: one.to ?? null,
    toText: textOf(one.toText),
    address: one.address,
    at: one.at,
  };
}

export function membershipOf(one: Membership): DocumentMembership {
  return {
    id: one.id,
    member: one.member ?? null,
    memberText: textOf(one.memberText),
    group: one.group ?? null,
    groupText: textOf(one.groupText),
    at: one.at,
  };
}

/** A grant only names what it is made of: policies are written once, however many identities they are attached to. */
export function grantOf(one: Grant): readonly GraphDocument["grants"][number][] {
  const { holder, attachment, policy, statement } = one;
  if (attachment?.form !== undefined) return [];
  return [{ holder, attachment: attachment?.id ?? null, policy: policy.id, statement: statement.id }];
}
