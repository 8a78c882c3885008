import type { z } from "zod";
import type { Attachment, Grant, Membership } from "#model/attachment.ts";
import type { Defect } from "#model/defect.ts";
import type { Endpoint } from "#model/endpoint.ts";
import type { EnvironmentFact, EnvironmentSource } from "#model/environment.ts";
import type { Claim, Severity } from "#model/finding.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Credential, Identity, Subject, Target, Workload } from "#model/identity.ts";
import type { SourceLocation } from "#model/location.ts";
import type { NodeId } from "#model/node.ts";
import type { PasswordPolicy } from "#model/password-policy.ts";
import type { Policy, TrustStatement } from "#model/policy.ts";
import type { Settings } from "#model/ruleset.ts";
import type { SecretBearer } from "#model/secret.ts";
import type { OpenStatement, Semantics } from "#model/semantics.ts";
import type { Text } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { frameworks } from "./frameworks.generated.ts";

/** What each kind of rule is given, one at a time. */
export interface Inspected {
  identity: { readonly identity: Identity };
  /** A role with all its trust statements. */
  trust: { readonly identity: Identity; readonly statements: readonly TrustStatement[] };
  /** Everything that a holder gets: an identity, or a policy that is attached to nothing. */
  grants: { readonly holder: Holder; readonly grants: readonly Grant[]; readonly attachments: readonly Attachment[] };
  /** A resource with its resource policies. */
  resource: { readonly target: Target; readonly policies: readonly Policy[] };
  /** A role or a resource, with the policies that say who may use it: its trust policy, its resource policies. */
  principals: { readonly subject: Identity | Target; readonly documents: readonly PrincipalDocument[] };
  /** The policy documents that an identity, a policy or a resource has of its own, as they are written. */
  documents: { readonly documents: readonly WrittenDocument[] };
  workload: { readonly workload: Workload };
  credential: { readonly credential: Credential };
  /** An identity, of this deployment or outside of it, with what runs as it. */
  use: { readonly identity: Identity; readonly workloads: readonly Workload[] };
  endpoint: { readonly endpoint: Endpoint };
  "password-policy": { readonly policy: PasswordPolicy };
  secrets: { readonly bearer: SecretBearer };
  /** All of it at once: each claim names its subject. */
  graph: Record<never, never>;
}

/** A policy that names principals. */
export interface PrincipalDocument {
  readonly statements: readonly OpenStatement[];
  /** Set when it, or a part of it, could not be read. */
  readonly unread?: { readonly hole: Hole; readonly at: SourceLocation };
}

/** A policy document, as far as it is about how it is written. */
export interface WrittenDocument {
  /** For messages: `the trust policy of role app`, `policy deploy`. */
  readonly name: string;
  readonly defects: readonly Defect[];
  /** Set when it, or a part of it, could not be read. */
  readonly unread?: Hole;
  readonly at: SourceLocation;
}

/** What a rule may ask besides its subject. */
export interface RuleContext<Options> {
  readonly graph: AccessGraph;
  /** Nodes and policies by id. */
  node(id: NodeId): Identity | Workload | Credential | Target | Endpoint | PasswordPolicy | SecretBearer | undefined;
  policy(id: NodeId): Policy | undefined;
  /** Everything that is tied to an identity. */
  attachmentsOf(id: NodeId): readonly Attachment[];
  /** Who may become an identity. */
  trustOf(id: NodeId): readonly TrustStatement[];
  /** What an identity gets, as far as that is written in this plan. */
  grantsOf(id: NodeId): readonly Grant[];
  /** The groups that a user is in. */
  membershipsOf(id: NodeId): readonly Membership[];
  /** The boundaries of an identity. */
  boundaries(id: NodeId): readonly Attachment[];
  /** The environment of somebody who is not in this deployment, by the account map and by a name. */
  environmentOf(outsider: { readonly account?: string; readonly name: Text }): EnvironmentFact;
  /** What the account, each tag and the name of an identity say about its environment, each by itself. */
  environmentSources(identity: Identity): readonly EnvironmentSource[];
  /** What runs as an identity. */
  workloadsOf(id: NodeId): readonly Workload[];
  /** The graph as the document that is published; made when it is first asked for. */
  document(): GraphDocument;
  /** The policy language of a subject's cloud. */
  semantics(subject: { readonly cloud: string }): Semantics;
  readonly settings: Settings;
  readonly options: Options;
}

/** What the shapes of options are made of. Named one by one: the bundle leaves out the rest of Zod. */
export type SchemaWords = Pick<
  typeof z,
  "array" | "boolean" | "enum" | "int" | "literal" | "number" | "strictObject" | "string" | "union"
>;

/** A rule: what it is, why it matters, how to mend it, and the claims it makes about each subject. */
export interface Rule<Kind extends keyof Inspected = keyof Inspected, Options = unknown> {
  /** Kebab-case, reads as a sentence about the defect; stable for ever. */
  readonly id: string;
  readonly family: "PRIV" | "POL" | "TRUST" | "ENV" | "OWN" | "CRED" | "LIFE" | "BG" | "META" | "CUSTOM";
  readonly severity: Severity;
  /** The good state, as a sentence: "Grants name their actions". */
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** Controls of published frameworks, from data/framework-controls.tsv: `{ "owasp-nhi": ["NHI5"] }`. */
  readonly frameworks: Readonly<Record<string, readonly string[]>>;
  readonly inspects: Kind;
  /** The options when a ruleset sets none. */
  readonly defaults: Options;
  /** The shape of the options; asked for only when a ruleset sets some, so that a plain run does not load the schema library. */
  options(zod: SchemaWords): z.ZodType<Options>;
  /** Ids of rules whose finding on the same statement says less: they are dropped where this one fails. */
  readonly absorbs?: readonly string[];
  /** Whether what held before the change under the first detail is all that holds now under the second: then nothing grew. */
  covers?(before: string, now: string): boolean;
  claims(inspected: Inspected[Kind], context: RuleContext<Options>): Iterable<Claim>;
}

/** A rule as it is written: the frameworks it has to do with are a table of their own. */
type Definition<Kind extends keyof Inspected, Options> = Omit<Rule<Kind, Options>, "frameworks">;

/** Lets a rule be written with the types of what it inspects. */
export function defineRule<Kind extends keyof Inspected, Options>(
  rule: Definition<Kind, Options>,
): Rule<Kind, Options> {
  return { ...rule, frameworks: frameworks.get(rule.id) ?? {} };
}

/** A policy of this deployment that is attached to nothing: it stands for whoever will get it. */
export type LoosePolicy = Policy & { readonly subject: Subject };

/** Who gets grants. */
export type Holder = Identity | LoosePolicy;
