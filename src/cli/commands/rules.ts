import { inertJson } from "#reporters/inert-json.ts";
import type { Rule } from "#rules/rule.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import { writeStdout } from "../output.ts";

/** Lists the rules with their own severities. */
export async function rulesCommand(format: "text" | "json", io: Io, engine: Engine): Promise<number> {
  const rules = await engine.rules();
  return writeStdout(format === "json" ? inertJson(rules.map(described)) : table(rules), io);
}

function described({ id, family, severity, title, why, fix, frameworks }: Rule) {
  return { id, family, severity, title, why, fix, frameworks };
}

function table(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map((one) => one.id.length));
  const lines = rules.map((one) => `${one.id.padEnd(width)}  ${one.severity.padEnd(8)}  ${one.title}`);
  return `${lines.join("\n")}\n\n${rules.length} rules · rolecall explain RULE tells more\n`;
}
