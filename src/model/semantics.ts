import type { PatternSet } from "./pattern.ts";
import type { PermissionStatement, Policy, Statement, TrustStatement } from "./policy.ts";
import type { Principal, PrincipalSet } from "./principal.ts";
import type { Truth } from "./truth.ts";
import type { Hole } from "./value.ts";

/** An answer, and what it waits for when it is unknown. */
export interface Answer {
  readonly holds: Truth;
  readonly waits: readonly Hole[];
}

/** What one action pattern of a statement with wildcards reaches, after the denials of the same policy. */
export interface WildcardAction {
  /** As written, in lower case: `s3:*`. */
  readonly pattern: string;
  /** Whether it reaches an action that does more than read or list. */
  readonly beyondReading: Truth;
  /** Whether it reaches an action that manages permissions. */
  readonly managesPermissions: Truth;
  /** How many known actions it reaches, and a few of them by name, worst first. */
  readonly reaches: { readonly count: number; readonly examples: readonly string[] };
  /** What the pattern waits for, when it is not wholly known. */
  readonly waits: readonly Hole[];
}

/** A condition that narrows what a statement allows. */
export interface Narrowing {
  /** For messages: `StringEquals aws:PrincipalOrgID`. */
  readonly text: string;
  /** True when it asks for multi-factor authentication. */
  readonly mfa: boolean;
}

/** A statement that names principals: of a trust policy or of a resource policy. */
export interface OpenStatement extends Statement {
  readonly principals?: PrincipalSet;
  readonly resources?: PatternSet;
}

/** Somebody whom a trust policy lets in. */
export interface Entrant extends Answer {
  /** `anyone` only where really anyone may come; where everybody is named and a condition pins the caller, who that is. */
  readonly principal: Principal;
}

/** How badly an open resource hurts. */
export type Reach = "secrets" | "write" | "read";

/** The questions about statements that only the policy language of a cloud can answer. Each cloud brings its own. */
export interface Semantics {
  /** The action patterns with wildcards of an allowing statement. */
  wildcardActions(statement: PermissionStatement, policy: Policy): readonly WildcardAction[];
  /** Does the statement allow everything on everything, as far as the same policy does not deny it again? Conditions are left aside: see `narrowings`. */
  allowsEverything(statement: PermissionStatement, policy: Policy): Answer;
  /** Does the policy make its holder an administrator: everything, everything but a few services, or managing permissions everywhere? */
  adminGrade(policy: Policy): Answer;
  /** Is the statement's resource effectively everything? */
  onEverything(statement: PermissionStatement): Answer;
  /** May anyone at all use the statement: is everybody a principal, does no condition pin the caller, and does no other statement of its document deny it again? */
  openToAnyone(statement: OpenStatement, document: readonly OpenStatement[]): Answer;
  /** Who may become an identity by a statement of its trust policy, after the conditions that name the caller and the denials of the same document. */
  entrants(statement: TrustStatement, document: readonly TrustStatement[]): readonly Entrant[];
  /** The conditions that narrow the statement; tests that everybody passes are left out. */
  narrowings(statement: Statement): readonly Narrowing[];
  /** The worst that an open statement of a resource policy lets its callers do. */
  reach(statement: PermissionStatement): Reach;
}
