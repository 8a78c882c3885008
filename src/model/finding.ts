import type { SourceLocation } from "./location.ts";
import type { NodeId } from "./node.ts";
import type { Truth } from "./truth.ts";
import type { Hole } from "./value.ts";

export const severities = ["critical", "high", "medium", "low", "info"] as const;
export type Severity = (typeof severities)[number];

/** How sure a finding is, apart from being decided: lowered by what was assumed or not weighed. */
export type Confidence = "high" | "medium" | "low";

/** A place that a claim stands on. The primary one is where the defect is written. */
export interface Evidence {
  readonly role: "primary" | "because" | "path";
  readonly message: string;
  readonly location: SourceLocation;
}

/** A part of a statement: one of its action patterns as written, in lower case, or the element that inverts it. */
export interface StatementPart {
  readonly statement: string;
  readonly part: string;
}

/** What a rule says about one subject. It claims; it never reports, and never decides what an unknown means. */
export interface Claim {
  readonly holds: Truth;
  /** The node, policy or attachment that it is about: only rules that inspect the whole graph say so. */
  readonly about?: NodeId;
  /** Names the defect inside the subject: an action, a principal, a tag key. Never a position. */
  readonly detail: string;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  /** Where it differs from the rule's own severity. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** The smallest change that mends it, where the rule can tell better than its general advice. */
  readonly fix?: string;
  /** Ids of the statements that it is about, so that a stronger rule's finding on the same ones can stand for it. */
  readonly statements?: readonly string[];
  /** Which parts of those statements it is about, where not the whole of them. */
  readonly parts?: readonly StatementPart[];
  /** What an undecided claim waits for. */
  readonly waits?: readonly Hole[];
  /** What it waits for outside of the document, in words: `the environment of account 111122223333`. */
  readonly needs?: readonly string[];
}

export type Verdict = "fails" | "undecided";

/** Against the state before the change: see ARCHITECTURE.md, "What a change is". */
export type Change = "added" | "widened" | "touched" | "unchanged" | "present";

export interface FindingSubject {
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly type: string;
  readonly cloud: string;
  readonly account: string | null;
  readonly environment: string | null;
  readonly owner: string | null;
}

/** Why a finding does not count. */
export interface Suppression {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** What is wrong, with whom, why, and what to do. */
export interface Finding {
  /** Short form of the fingerprint: rule, subject and detail; stable across renames and moves of lines. */
  readonly id: string;
  readonly rule: string;
  readonly family: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly verdict: Verdict;
  readonly blocks: boolean;
  readonly change: Change;
  readonly subject: FindingSubject;
  readonly detail: string;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly fix: string;
  /** What an undecided finding waits for: references in the author's words, and what the ruleset does not tell. */
  readonly waitsFor: readonly string[];
  readonly frameworks: Readonly<Record<string, readonly string[]>>;
  readonly suppressed: Suppression | null;
}
