import type { Attachment } from "./attachment.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Environment } from "./environment.ts";
import type { Credential, Identity, PublicAccessBlock, Subject, Workload } from "./identity.ts";
import type { SourceLocation } from "./location.ts";
import type { NodeId } from "./node.ts";
import type { Notice } from "./notice.ts";
import type { Effect, Policy } from "./policy.ts";
import type { SecretBearer } from "./secret.ts";
import type { Truth } from "./truth.ts";
import type { UnknownReason } from "./value.ts";

/** A value that is not known, and what it waits for in the author's words. */
export interface DocumentHole {
  readonly reason: UnknownReason;
  readonly waitsFor: readonly string[];
  /** What it will be by construction. */
  readonly predicted?: string;
}

/** The string, when it is known and written; else its parts, and the way to show them to a reader. */
export type DocumentText = string | { readonly shown: string; readonly parts: readonly (string | DocumentHole)[] };

/** Strings given by patterns: only what matches one of them, or all that matches none. */
export interface DocumentPatterns {
  readonly match: "only" | "all-except";
  readonly patterns: readonly DocumentText[];
}

export interface DocumentNode
  extends Pick<Subject, "id" | "address" | "type" | "cloud" | "action" | "presence" | "at"> {
  readonly kind: string;
  readonly name: DocumentText;
  readonly previousAddress: string | null;
  readonly account: string | null;
  /** Nodes that share one live in the same account, known or not. */
  readonly providerKey: string;
  readonly environment:
    | ({ readonly kind: "told" } & Environment)
    | { readonly kind: "untold" }
    | { readonly kind: "unknown"; readonly hole: DocumentHole };
  readonly owner:
    | { readonly kind: "told"; readonly name: string; readonly because: string }
    | { readonly kind: "nobody"; readonly because: string }
    | { readonly kind: "hidden"; readonly because: string; readonly hole: DocumentHole }
    | { readonly kind: "not-applicable" };
}

export interface DocumentIdentity extends DocumentNode {
  readonly machine: Truth;
  readonly serviceLinked: boolean;
  /** Null where the type has no place for one, or nobody wrote it. */
  readonly description: DocumentText | null;
  /** The longest session that somebody may have as it, in seconds; null where there is no such limit. */
  readonly longestSession: number | null | DocumentHole;
  readonly vendorDefault: "much" | "little" | null;
  /** Null for a type that cannot have any. */
  readonly tags: Readonly<Record<string, DocumentText>> | null;
  /** Set when there may be further tags. */
  readonly tagsUnread: DocumentHole | null;
  /** Set when there may be further trust statements. */
  readonly trustUnread: DocumentHole | null;
}

export interface DocumentWorkload extends DocumentNode {
  readonly runsAs: readonly (Pick<Workload["runsAs"][number], "use" | "at"> & {
    readonly identity: NodeId | null;
    readonly text: DocumentText;
  })[];
}

export interface DocumentCredential extends DocumentNode {
  readonly form: Credential["form"];
  readonly of: NodeId | null;
  /** Whether it can be used. */
  readonly active: Truth;
}

export interface DocumentTarget extends DocumentNode {
  readonly policies: readonly NodeId[];
  readonly publicAccessBlock: PublicAccessBlock | null;
  readonly accessList: {
    readonly policies: readonly NodeId[];
    readonly publicAccessBlock: PublicAccessBlock | null;
  } | null;
}

export interface DocumentEndpoint extends DocumentNode, Pick<Endpoint, "form"> {
  readonly open: Pick<Endpoint["open"], "holds" | "because" | "at">;
  readonly asksFor: "api-key" | null;
  readonly guardedBy: NodeId | null;
  readonly leadsTo: readonly (Pick<Endpoint["leadsTo"][number], "how" | "at"> & {
    readonly node: NodeId | null;
    readonly text: DocumentText;
  })[];
  readonly leadsToUnread: DocumentHole | null;
}

/** Null where there is no limit. */
export interface DocumentPasswordPolicy extends DocumentNode {
  readonly length: number | null | DocumentHole;
  readonly remembered: number | null | DocumentHole;
  readonly days: number | null | DocumentHole;
}

/** What holds secrets, and where; the secrets themselves are never told. */
export interface DocumentSecretBearer extends DocumentNode {
  readonly secrets: readonly Omit<SecretBearer["secrets"][number], "waits">[];
}

export interface DocumentPrincipal {
  readonly kind: string;
  readonly text: DocumentText;
  readonly account: string | null;
  readonly node: NodeId | null;
}

export interface DocumentStatement {
  readonly id: string;
  readonly sid: string | null;
  readonly effect: Effect | DocumentHole;
  /** Null where a statement has no such element. */
  readonly principals: {
    readonly match: "only" | "all-except";
    readonly principals: readonly DocumentPrincipal[];
  } | null;
  readonly actions: DocumentPatterns;
  /** Null where a statement has no such element. */
  readonly resources: DocumentPatterns | null;
  readonly conditions: readonly {
    readonly operator: string;
    readonly qualifier: string | null;
    readonly ifExists: boolean;
    readonly key: DocumentText;
    readonly values: readonly DocumentText[];
  }[];
  /** Set when parts of the statement could not be read. */
  readonly unread: DocumentHole | null;
  readonly at: SourceLocation;
}

export interface DocumentPolicy extends Pick<Policy, "id" | "kind" | "origin" | "address" | "type" | "assumed" | "at"> {
  readonly name: DocumentText;
  readonly path: string | null;
  /** The policy as a thing with an environment and an owner; null where it is a part of something else. */
  readonly subject: DocumentNode | null;
  readonly statements: readonly DocumentStatement[];
  /** Set when there may be further statements. */
  readonly unread: DocumentHole | null;
}

export interface DocumentAttachment extends Pick<Attachment, "id" | "kind" | "address" | "at"> {
  readonly policy: NodeId | null;
  readonly policyText: DocumentText;
  readonly to: NodeId | null;
  readonly toText: DocumentText;
}

export interface DocumentMembership {
  readonly id: NodeId;
  readonly member: NodeId | null;
  readonly memberText: DocumentText;
  readonly group: NodeId | null;
  readonly groupText: DocumentText;
  readonly at: SourceLocation;
}

/**
 * The access graph as plain data: what `rolecall graph` prints. Nodes are named by their `id`; a grant names its holder, its policy and its statement.
 * Every key is always there. The same input gives the same bytes; lists are in the order of the input.
 */
export interface GraphDocument {
  readonly schemaVersion: "1.0";
  readonly moment: "before" | "after";
  readonly input: { readonly path: string; readonly frontend: string; readonly format: string };
  readonly identities: readonly (DocumentIdentity & { readonly kind: Identity["kind"] })[];
  readonly workloads: readonly DocumentWorkload[];
  readonly credentials: readonly DocumentCredential[];
  readonly targets: readonly DocumentTarget[];
  readonly endpoints: readonly DocumentEndpoint[];
  readonly passwordPolicies: readonly DocumentPasswordPolicy[];
  readonly secretBearers: readonly DocumentSecretBearer[];
  readonly trust: readonly (DocumentStatement & { readonly identity: NodeId })[];
  readonly policies: readonly DocumentPolicy[];
  readonly attachments: readonly DocumentAttachment[];
  readonly memberships: readonly DocumentMembership[];
  readonly grants: readonly {
    readonly holder: NodeId;
    readonly attachment: NodeId | null;
    readonly policy: NodeId;
    readonly statement: string;
  }[];
  /** What was not read or not understood, and is therefore not in the graph. */
  readonly notices: readonly Notice[];
}
