import type { Command } from "commander";
import type { RulesetTestFlags } from "./commands/ruleset-test.ts";
import { schemas } from "./commands/schema.ts";
import type { Engine } from "./engine.ts";
import type { Io } from "./io.ts";
import { examples, withPlan, withRuleset } from "./plan-options.ts";
import type { RulesetFlags } from "./ruleset.ts";
import { oneOf } from "./words.ts";

/** What a command line means: every command sets the exit code that it ends with. */
export interface Parsed {
  exitCode: number;
}

/** The commands about rules and rulesets. */
export function addRulesets(program: Command, io: Io, engine: Engine, parsed: Parsed): void {
  addRules(program, io, engine, parsed);
  addTest(program, io, engine, parsed);
  program
    .command("schema")
    .description("Print a published JSON Schema: of reports or of rulesets.")
    .argument("[name]", schemas.join(", "), oneOf(schemas), "report")
    .addHelpText("before", examples("rolecall schema report", "rolecall schema ruleset > ruleset.schema.json"))
    .action(async (name: (typeof schemas)[number]) => {
      const { schemaCommand } = await import("./commands/schema.ts");
      parsed.exitCode = await schemaCommand(name, io);
    });
}

function addRules(program: Command, io: Io, engine: Engine, parsed: Parsed): void {
  withRuleset(program.command("explain"))
    .description("What a rule means, why it matters, how to mend it; rules of the ruleset's own, too.")
    .argument("<rule>")
    .addHelpText("before", examples("rolecall explain no-public-trust", "rolecall explain require-owner"))
    .action(async (rule: string, flags: RulesetFlags) => {
      const { explainCommand } = await import("./commands/explain.ts");
      parsed.exitCode = await explainCommand(rule, flags, io, engine);
    });
  withRuleset(program.command("rules"))
    .description("List the rules, those of the ruleset's own last.")
    .addHelpText("before", examples("rolecall rules", "rolecall rules --format json"))
    .option("--format <format>", "text, json", oneOf(["text", "json"]), "text")
    .action(async ({ format, ...flags }: RulesetFlags & { format: "text" | "json" }) => {
      const { rulesCommand } = await import("./commands/rules.ts");
      parsed.exitCode = await rulesCommand(format, flags, io, engine);
    });
}

function addTest(program: Command, io: Io, engine: Engine, parsed: Parsed): void {
  const ruleset = program
    .command("ruleset")
    .description("Work on rulesets.")
    .addHelpText("before", examples("rolecall ruleset test policies"));
  withPlan(ruleset.command("test"))
    .description("Try rules on plans that say by their names what must come of them.")
    .argument("<dir>", "a folder with a folder for each rule")
    .addHelpText("before", examples("rolecall ruleset test policies", "rolecall ruleset test policies --env prod"))
    .addHelpText("after", testLayout)
    .action(async (folder: string, flags: RulesetTestFlags) => {
      const { rulesetTestCommand } = await import("./commands/ruleset-test.ts");
      parsed.exitCode = await rulesetTestCommand(folder, flags, io, engine);
    });
}

const testLayout = `
Layout:
  policies/
    rolecall.yaml                      the ruleset, unless --ruleset names another
    break-glass-needs-mfa/             a rule of it, or of rolecall
      flags-no-condition.json          a plan in which the rule must fail
      passes-with-mfa.json             a plan in which it must find nothing
      undecided-later/plan.json        a plan of which it cannot tell; folders do, too

Exit codes:
  0  every case is as its name says
  1  a case is not
  2  wrong usage, a mistake in the ruleset, or something in the folder that can be no case
  3  a plan cannot be read
  4  an internal error`;
