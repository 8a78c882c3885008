import { fromConfiguration } from "../input/commands.ts";
import type { Refusal } from "./refusal.ts";

const planLog: Refusal = {
  code: "plan-log",
  says: "is the log that terraform plan -json prints, which holds no values",
  hint: `Save the plan and print that: ${fromConfiguration}`,
};

const testLog: Refusal = {
  code: "test-log",
  says: "is the log of terraform test, whose plans leave out what references need",
  hint: `Plan the configuration itself: ${fromConfiguration}`,
};

/**
 * Whether an object with these keys is a line of a log of Terraform.
 * https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export function isLog(keys: ReadonlySet<string>): boolean {
  return keys.has("@level") && keys.has("@message");
}

/** Every log begins with the same line; `head` must hold some of those after it. */
export function logRefusal(head: string): Refusal {
  return /"type"\s*:\s*"test_|"test_abstract"/.test(head) ? testLog : planLog;
}
