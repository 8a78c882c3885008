import { version } from "../version.ts";
import type { Engine } from "./engine.ts";

/** The program itself, loaded when it is needed. */
export const engine: Engine = {
  version,
  load: async () => {
    await import("../check.ts");
  },
  rules: async () => (await import("#rules/index.generated.ts")).rules,
  inputsIn: async (folder, files) => (await import("../check.ts")).inputsIn(folder, files),
  withBeside: async (input, files) => (await import("../check.ts")).withBeside(input, files),
  check: async (inputs, options) => (await import("../check.ts")).check(inputs, options),
  locate: async (report, inputs) => (await import("../check.ts")).locate(report, inputs),
  graph: async (inputs, options, moment) => (await import("../check.ts")).graph(inputs, options, moment),
};
