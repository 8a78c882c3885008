import type { Frontend } from "../frontend.ts";
import { formOf } from "./recognize.ts";

/**
 * What the engine of Pulumi writes: previews, logs of events, plans, and the states of stacks. What reads them is loaded
 * with the first one.
 * https://www.pulumi.com/docs/iac/cli/commands/pulumi_preview/
 */
export const pulumi: Frontend = {
  id: "pulumi",
  recognizes: (input) => formOf(input) !== undefined,
  async read(input, wants) {
    const { readPulumi } = await import("./read-pulumi.ts");
    return readPulumi(input, wants);
  },
};
