import type { Endpoint } from "#model/endpoint.ts";
import type {
  DocumentEndpoint,
  DocumentNode,
  DocumentPasswordPolicy,
  DocumentSecretBearer,
} from "#model/graph-document.ts";
import type { PasswordLimit, PasswordPolicy } from "#model/password-policy.ts";
import type { SecretBearer } from "#model/secret.ts";
import { holeOf, orNull, textOf } from "./document-values.ts";

export function endpointOf(one: Endpoint, node: DocumentNode): DocumentEndpoint {
  const { holds, because, at } = one.open;
  return {
    ...node,
    form: one.form,
    open: { holds, because, at },
    asksFor: one.asksFor ?? null,
    guardedBy: one.guardedBy ?? null,
    leadsTo: one.leadsTo.map(({ how, node: to, text, at: where }) => ({
      how,
      node: to ?? null,
      text: textOf(text),
      at: where,
    })),
    leadsToUnread: orNull(one.leadsToUnread, holeOf),
  };
}

export function passwordPolicyOf(one: PasswordPolicy, node: DocumentNode): DocumentPasswordPolicy {
  return { ...node, length: limitOf(one.length), remembered: limitOf(one.remembered), days: limitOf(one.days) };
}

function limitOf({ value }: PasswordLimit): DocumentPasswordPolicy["length"] {
  return value.known ? (value.value ?? null) : holeOf(value.hole);
}

export function secretBearerOf(one: SecretBearer, node: DocumentNode): DocumentSecretBearer {
  const secrets = one.secrets.map(({ place, told, what, spelledOut, at }) => ({ place, told, what, spelledOut, at }));
  return { ...node, secrets };
}
