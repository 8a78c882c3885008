import type { Plan } from "#model/plan.ts";
import type { Wants } from "../frontend.ts";
import type { Unit } from "./open.ts";
import type { Stack } from "./stack.ts";

/** Templates as one plan, and what they became. */
export interface Together {
  readonly plan: Plan;
  readonly stacks: readonly Stack[];
}

/** What reads templates, for who compares them with others. */
export interface Reading {
  readonly wants: Wants;
  readonly read: (units: readonly Unit[]) => Promise<Together>;
}
