import type { Frontend, Input } from "./frontend.ts";
import { terraformPlan } from "./terraform-plan/index.ts";

export const frontends: readonly Frontend[] = [terraformPlan];

export function frontendFor(_input: Input): Frontend {
  return terraformPlan;
}
