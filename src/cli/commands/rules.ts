import { inertJson } from "#reporters/inert-json.ts";
import type { Rule } from "#rules/rule.ts";
import { customRules } from "../custom-rules.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import { writeStdout } from "../output.ts";
import type { RulesetFlags } from "../ruleset.ts";

type Listed = Pick<Rule, "id" | "family" | "severity" | "title" | "why" | "fix" | "frameworks">;

/** Lists the rules with their own severities, those of the ruleset's own last. */
export async function rulesCommand(
  format: "text" | "json",
  flags: RulesetFlags,
  io: Io,
  engine: Engine,
): Promise<number> {
  const rules: readonly Listed[] = [...(await engine.rules()), ...(await customRules(flags, io, engine))];
  return writeStdout(format === "json" ? inertJson(rules.map(described)) : table(rules), io);
}

function described({ id, family, severity, title, why, fix, frameworks }: Listed) {
  return { id, family, severity, title, why, fix, frameworks };
}

function table(rules: readonly Listed[]): string {
  const width = Math.max(...rules.map((one) => one.id.length));
  const lines = rules.map((one) => `${one.id.padEnd(width)}  ${one.severity.padEnd(8)}  ${one.title}`);
  return `${lines.join("\n")}\n\n${rules.length} rules · rolecall explain RULE tells more\n`;
}
