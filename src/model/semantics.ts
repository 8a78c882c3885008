import type { Subject } from "./identity.ts";
import type { PatternSet } from "./pattern.ts";
import type { PermissionStatement, Policy, Statement, TrustStatement } from "./policy.ts";
import type { Principal, PrincipalSet } from "./principal.ts";
import type { Text } from "./text.ts";
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
  /** As written, for messages: `S3:*`. */
  readonly name: string;
  /** Whether it reaches an action that does more than read or list. */
  readonly beyondReading: Truth;
  /** Whether it reaches an action that manages permissions. */
  readonly managesPermissions: Truth;
  /** How many known actions it reaches, and a few of them by name, worst first. */
  readonly reaches: { readonly count: number; readonly examples: readonly string[] };
  /** Whether it is a verb with a wildcard, on resources that are named: `s3:DeleteObject*` on a bucket, but not `s3:*`. */
  readonly isNarrow: Truth;
  /** What the pattern waits for, when it is not wholly known. */
  readonly waits: readonly Hole[];
}

/** An action pattern that a statement allows on everything, though what it reaches can be limited to resources. */
export interface UnscopedAction extends Answer {
  /** As written, in lower case. */
  readonly pattern: string;
  /** For messages: as written, or in AWS's own letter case where it is one action. */
  readonly name: string;
  /** True where that it is allowed may be a defect of its own, wherever it is allowed: a wildcard that does more than read, or passing a role. */
  readonly apart: boolean;
  /** Whether it does more than read or list. */
  readonly beyondReading: boolean;
  /** Whether it only adds to logs, or tells how an instance fares, as whatever runs has to: what its cloud itself allows on everything. */
  readonly onlyLogs: boolean;
}

/** An answer, and the parts of the statement that it comes from: action patterns in lower case, or `NotAction`. */
export interface PartialAnswer extends Answer {
  readonly parts: readonly string[];
}

/** What a statement allows by naming what it does not allow. */
export interface Inversion extends Answer {
  readonly element: "NotAction" | "NotResource";
  /** What is left out, for messages: `iam:*`. */
  readonly except: readonly string[];
  /** Whether what is left does more than read. */
  readonly beyondReading: boolean;
  /** Whether it is left on everything, or on all but a few resources. */
  readonly everywhere: boolean;
  /** How many known actions are left, and a few of them by name, worst first. */
  readonly reaches: WildcardAction["reaches"];
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

/**
 * What a statement may ask of its callers beside being named: a secret agreed with a third party (`external-id`); for which account or organization a service acts
 * (`source`), or at least for which resource (`source-name`); membership of an organization; a second factor; or anything that tells who of an account calls.
 */
export type Demand = "external-id" | "source" | "source-name" | "organization" | "mfa" | "caller";

export interface Demanded extends Answer {
  /** What has to be brought, where it is certainly asked for. */
  readonly values: readonly string[];
}

/** A federated subject that a trust statement lets in and should not. */
export interface LooseSubject extends Answer {
  /** What lets it in: a pattern of subjects (`repo:acme/*`), or the claim that is not asked for (`sub`). */
  readonly detail: string;
  /** Who comes, for people: `workflows in other repositories of acme`. */
  readonly lets: string;
  /** The identity provider, for people: `GitHub Actions`. */
  readonly issuer: string;
  /** `proposals`: only what nobody has accepted yet, such as a pull request; `little`: hardly anybody. */
  readonly grade: "many" | "proposals" | "little";
  /** Where the vendor describes its subjects. */
  readonly documentation?: string;
  /** What nobody can tell from a document: `whether the audience of idp.example.com is one application's`. */
  readonly needs?: readonly string[];
}

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
  /** The actions that the statement allows on everything, though they can be limited to resources, and neither a condition nor a denial of the same policy does. */
  unscopedActions(statement: PermissionStatement, policy: Policy): readonly UnscopedAction[];
  /** May the holder hand a service any role there is, or only some, or only to some services? */
  passesAnyRole(statement: PermissionStatement, policy: Policy): PartialAnswer;
  /** What an allowing statement grants by exception: everything but the actions, or the resources, that it lists. After the denials of the same policy. */
  inversions(statement: PermissionStatement, policy: Policy): readonly Inversion[];
  /** The patterns of an allowing statement that allow everything a service can do, `NotAction` where it is everything but a few; denials for everybody in the same policy are weighed. */
  wholeServices(statement: PermissionStatement, policy: Policy): readonly (Answer & { readonly pattern: string })[];
  /** Is a principal of a resource's policy the account that owns the resource? */
  isOwner(principal: Principal, target: Subject, policy: Policy): Truth;
  /** May anyone at all use the statement: is everybody a principal, does no condition pin the caller, and does no other statement of its document deny it again? */
  openToAnyone(statement: OpenStatement, document: readonly OpenStatement[]): Answer;
  /**
   * Who gets in by a statement, after the conditions that name the caller and the denials of the same document: by one of a trust policy who may become the
   * identity, by one of a resource policy who may use the resource.
   */
  entrants(statement: OpenStatement, document: readonly OpenStatement[]): readonly Entrant[];
  /** Does a trust statement let those in who did not sign in: guests, whom an identity pool gives credentials to? */
  letsGuestsIn(statement: TrustStatement, document: readonly TrustStatement[]): Answer;
  /** Whether nobody gets in by an allowing statement without what is asked, by its own conditions or by denials of the same document. */
  demanded(statement: OpenStatement, document: readonly OpenStatement[], demand: Demand): Demanded;
  /** Whether nothing but the network that a caller comes from keeps strangers out of a statement for everybody. */
  guardedByNetworkOnly(statement: OpenStatement, document: readonly OpenStatement[]): Answer;
  /** The tests for a second factor that also pass without one: they look like protection. */
  idleMfaTests(statement: OpenStatement): readonly string[];
  /** The federated subjects that a trust statement lets in although it pins nobody, or too little. */
  looseSubjects(statement: TrustStatement, document: readonly TrustStatement[]): readonly LooseSubject[];
  /** The patterns of a statement's actions that hold more than one, and those of which nobody knows yet. */
  actionPatterns(statement: OpenStatement): readonly (Answer & { readonly pattern: string })[];
  /**
   * Whether a service can say for whom it acts, by a statement of a role that it assumes or of a resource that it uses; with the vendor's page that tells to
   * ask.
   */
  saysSource(
    service: Text,
    statement: OpenStatement,
    of: "identity" | "resource",
  ): Answer & { readonly documentation?: string };
  /** What an account of the vendor's own is for: `log delivery of eu-west-1`. */
  vendorAccount(account: string): string | undefined;
  /** Why a principal is nobody: a deleted identity, a malformed account. */
  deadPrincipal(principal: Principal): string | undefined;
  /** The conditions that narrow the statement; tests that everybody passes are left out. */
  narrowings(statement: Statement): readonly Narrowing[];
  /** The worst that an open statement of a resource policy lets its callers do. */
  reach(statement: PermissionStatement): Reach;
  /** Whether an allowing statement lets its holder do more than read. */
  writes(statement: PermissionStatement): Answer;
}
