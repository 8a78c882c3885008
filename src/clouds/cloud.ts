import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Dialect, Plan } from "#model/plan.ts";
import type { Semantics } from "#model/semantics.ts";

/** Turns resources into identities, trust, policies, attachments, workloads and credentials. It knows a cloud's access model and no format. */
export interface Cloud {
  /** `aws`, `gcp`, `azure`, `kubernetes`. */
  readonly id: string;
  /** Whether resources of a type can say anything about access, or might (a type that is in no list). */
  wants(type: string, dialect: Dialect): boolean;
  /** Loads the tables that linking and judging this plan need; nothing is loaded that it does not. */
  prepare(plan: Plan): Promise<void>;
  /** Adds what the plan's resources mean to each of some graphs, at the moment of its builder. */
  link(plan: Plan, builders: readonly GraphBuilder[]): void;
  readonly semantics: Semantics;
}
