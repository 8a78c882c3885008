import type { Severity } from "./finding.ts";

/** An account that the ruleset declares as ours. */
export interface AccountSetting {
  readonly name?: string;
  readonly environment?: string;
  readonly owner?: string;
}

/** How an environment is recognised. Patterns are globs (`*`, `?`), compared without letter case. */
export interface EnvironmentSetting {
  readonly name: string;
  /** Higher is closer to production. */
  readonly rank: number;
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly workspaces: readonly string[];
  readonly stacks: readonly string[];
  readonly modules: readonly string[];
  readonly names: readonly string[];
}

export interface OwnerSettings {
  /** Tag keys that name an owner; letter case, `-` and `_` are the same. */
  readonly tags: readonly string[];
}

/** Trust that is meant to cross environments: the name of an identity, account or environment, and the environments it may enter. */
export interface TrustAllowance {
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * A company outside of the organisation that is let into it on purpose. Its accounts are foreign all the same: whoever trusts one of them has a party with a name, not a stranger.
 */
export interface VendorSetting {
  /** As the ruleset calls it: `monitoring-co`. */
  readonly name: string;
  /** Account ids that it comes from. */
  readonly accounts: readonly string[];
  /**
   * `required`: who trusts it must ask for an external id (`sts:ExternalId`), since it works for others, too. `optional`: it is known to come without one.
   * Absent where the ruleset does not tell: then a rule judges as it does for any foreign account.
   */
  readonly externalId?: "required" | "optional";
  /** The last day of the contract, YYYY-MM-DD. From the day after, a notice says that it has ended; rules do not know the date. */
  readonly contractEnds?: string;
}

/** What a ruleset says about the organisation rather than about rules. */
export interface Settings {
  readonly clouds?: readonly string[];
  readonly organization?: string;
  readonly accounts: ReadonlyMap<string, AccountSetting>;
  /** Registered vendors by each of their account ids: `settings.vendors.get("999900001111")?.name`. No account of ours is among them. */
  readonly vendors: ReadonlyMap<string, VendorSetting>;
  /** First match wins. */
  readonly environments: readonly EnvironmentSetting[];
  readonly owners: OwnerSettings;
  readonly trustAllowed: readonly TrustAllowance[];
}

/** What is asked of a value: verbs, each with what it expects. All must hold. */
export type ValueTest = Readonly<Record<string, unknown>>;

/** What is asked of a field of what a custom rule looks at; `.` is the thing itself. */
export interface FieldTest {
  readonly field: string;
  readonly test: ValueTest;
}

/** A rule that a ruleset defines itself, about the graph as the document that `rolecall graph` prints. */
export interface CustomRule {
  readonly id: string;
  readonly severity: Severity;
  /** With `{identity}` and `{field}` in it. */
  readonly message: string;
  readonly title?: string;
  readonly why?: string;
  readonly fix?: string;
  /** A named selector (`#TrustStatement`) or a JSONPath into the graph document. */
  readonly given: string;
  /** Which of the things are meant: those of which all this holds. */
  readonly where: readonly FieldTest[];
  /** What must hold of them. */
  readonly then: readonly FieldTest[];
  /** Where it stands: file and line, for messages. */
  readonly source: { readonly file: string; readonly line: number };
}

/** What a ruleset says about one rule. */
export interface RuleSetting {
  readonly severity: Severity | "off";
  /** Checked against the rule's own schema. */
  readonly options: unknown;
  /** When set, no exception and no other file may weaken it. */
  readonly locked: boolean;
}

/** An accepted finding: all four are required. */
export interface Exception {
  /** A finding's id, or `rule/subject/detail` with `*` as wildcard. */
  readonly finding: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly expires: string;
  /** Where it stands: file and line, for messages. */
  readonly source: { readonly file: string; readonly line: number };
}

/** Rules with their settings, after presets, files and overrides are put together. */
export interface Ruleset {
  readonly settings: Settings;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** The rules that it defines itself; their settings are among `rules`, too. */
  readonly custom: readonly CustomRule[];
  readonly exceptions: readonly Exception[];
  /** The files and presets it was made of, first extended first. */
  readonly sources: readonly string[];
}
