import type { Command } from "commander";
import { account } from "./words.ts";

export function examples(...lines: readonly string[]): string {
  return `Examples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
}

/** The options that tell how to judge a plan. */
export function withPlan(command: Command): Command {
  return withRuleset(command)
    .option(
      "--env <name>",
      "the environment that the plan deploys to, by its name or its workspace, where tags and accounts do not tell",
    )
    .option("--account <id>", "the account that the plan deploys to, where the plan does not tell", account)
    .option("--parameters <file>", "what is handed in for the parameters of a CloudFormation template");
}

/** The options that tell which ruleset holds. */
export function withRuleset(command: Command): Command {
  return command
    .option("--ruleset <file>", "the ruleset (default: the nearest rolecall.yaml, else the preset recommended)")
    .option("--base-ruleset <file>", "an organisation's ruleset: it comes first, and what it locks holds");
}
