import { inertJson } from "#reporters/inert-json.ts";
import type { Io } from "../io.ts";
import { writeStdout } from "../output.ts";

export const schemas = ["report", "ruleset"] as const;

/** Prints a published JSON Schema. */
export async function schemaCommand(name: (typeof schemas)[number], io: Io): Promise<number> {
  const { default: schema } =
    name === "report"
      ? await import("../../../schema/report.json", { with: { type: "json" } })
      : await import("../../../schema/ruleset.json", { with: { type: "json" } });
  return writeStdout(inertJson(schema), io);
}
