import type { SourceLocation } from "./location.ts";
import type { Notice } from "./notice.ts";
import type { Tree } from "./tree.ts";
import type { Truth } from "./truth.ts";

/** What a deployment will do with a resource. `import` is an existing resource taken under management; `none` leaves it alone; `unrecognized` is a word we do not know. */
export type Action =
  | "create"
  | "update"
  | "replace"
  | "delete"
  | "read"
  | "forget"
  | "import"
  | "none"
  | "unrecognized";

/** A spelling of resource types: Terraform's names or CloudFormation's. */
export type Dialect = "terraform" | "cloudformation";

/** The configuration of the provider that a resource belongs to: it decides the account, the region and default tags. */
export interface ProviderScope {
  /** Short name: `aws`. */
  readonly name: string;
  /** Distinguishes configurations of one provider in a plan: `aws`, `aws.prod`. */
  readonly key: string;
  /** Its settings as written; absent when the plan does not tell. */
  readonly settings: Tree;
}

export interface Scope {
  readonly provider: ProviderScope;
  /** Module path as written: `module.a["x"].module.b`; empty in the root. */
  readonly module: string;
  /** Stack or workspace, where the document tells. */
  readonly stack?: string;
  /** Which of the stacks of a plan, where it has several: a name means something of the same one first. */
  readonly unit?: string;
}

/** One resource of a plan, before and after the change. */
export interface ResourceChange {
  /** Unique in the plan. */
  readonly address: string;
  /** Where it stood before it was moved. */
  readonly previousAddress?: string;
  readonly dialect: Dialect;
  readonly type: string;
  /** Name in the source, with the instance key: `ci["a"]`. */
  readonly name: string;
  /** `managed` by this deployment, `data` looked up by it, `outside`: known to exist, but not part of this change, or `presumed`: most likely there, as a tool makes it. */
  readonly mode: "managed" | "data" | "outside" | "presumed";
  readonly action: Action;
  readonly before: Tree;
  readonly after: Tree;
  readonly scope: Scope;
  /**
   * Whether a string that stands at a path inside of `after` was spelled out by its author, rather than handed in (a variable, a parameter) or taken from
   * somewhere else. Left out where the document does not tell how values were written.
   */
  readonly spelledOut?: (path: readonly (string | number)[], value: string) => Truth;
  readonly at: SourceLocation;
}

/** A document that a plan was read from. */
export interface PlanDocument {
  readonly document: string;
  /** Id of the frontend that read it. */
  readonly frontend: string;
  /** What was read, for people: `Terraform 1.11.4 plan (format 1.2)`. */
  readonly format: string;
  /** Number of resources in the document, of every type. */
  readonly resources: number;
  /** Documents that were read as parts of it: nested templates, the manifest that it is named in. */
  readonly parts?: readonly string[];
}

/** What a deployment is about to do. */
export interface Plan extends PlanDocument {
  /** The documents of its stacks, where several are deployed together: `document` is then the folder that they are in. */
  readonly stacks?: readonly PlanDocument[];
  /** Resources whose type somebody asked for, in the document's order. */
  readonly changes: readonly ResourceChange[];
  /** False when there is no state before: every change is then `present`. */
  readonly hasBefore: boolean;
  readonly notices: readonly Notice[];
  /** Strings that the document marks as sensitive; they must not reach any output. */
  readonly secrets: ReadonlySet<string>;
}
