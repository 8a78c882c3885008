import { Command } from "commander";
import { severities } from "#model/finding.ts";
import { reporters } from "#reporters/index.ts";
import { colorModes } from "./color.ts";
import type { CheckFlags } from "./commands/check.ts";
import type { GraphFlags } from "./commands/graph.ts";
import type { Engine } from "./engine.ts";
import type { Io } from "./io.ts";
import { outputs } from "./output-option.ts";
import { examples, withPlan } from "./plan-options.ts";
import { addRulesets, type Parsed } from "./program-rules.ts";
import { date, oneOf } from "./words.ts";

/** The commands. Each loads its work only when it is asked for. */
export function programFor(io: Io, engine: Engine, parsed: Parsed): Command {
  const program = new Command("rolecall")
    .description(
      "Every identity answers before it is deployed: judges what a Terraform plan or a CloudFormation template does to access.\nNo network, no account, no telemetry.",
    )
    .version(engine.version)
    .addHelpText(
      "before",
      examples("rolecall check plan.json", "rolecall check template.yaml", "rolecall explain no-public-trust"),
    )
    .addHelpText("after", exitCodes);
  addCheck(program, io, engine, parsed);
  addRulesets(program, io, engine, parsed);
  addGraph(program, io, engine, parsed);
  return program;
}

const exitCodes = `
Exit codes:
  0  everything was read and nothing blocks
  1  a finding blocks
  2  wrong usage, configuration or ruleset
  3  an input cannot be read, or is incomplete
  4  an internal error`;

function addCheck(program: Command, io: Io, engine: Engine, parsed: Parsed): void {
  const severity = oneOf(severities);
  const formats = [...reporters.keys()];
  withPlan(program.command("check"))
    .description("Judge plans: one report, one exit code.")
    .argument("[plan...]", "plans as JSON; - for standard input")
    .addHelpText(
      "before",
      examples(
        "terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -",
        "rolecall check plan.json --env prod --output json=report.json",
        "cdk synth && rolecall check cdk.out --before main/cdk.out --fail-on medium",
      ),
    )
    .option(
      "--before <path>",
      "the template that is deployed now, a folder of those, or the change set of the template: only what changes blocks",
    )
    .option("--fail-on <severity>", "block at this severity and above", severity, "high")
    .option(
      "--fail-on-undecided [severity]",
      "let undecided findings block too (default: at --fail-on)",
      oneOf(severities, "; write --fail-on-undecided=SEVERITY, or put it behind the plan"),
    )
    .option(
      "--gate <changed|all>",
      "what may block: what this change touches, or existing debt too",
      oneOf(["changed", "all"]),
      "changed",
    )
    .option("--allow-incomplete", "pass even though something was not read")
    .option("--min-severity <severity>", "show findings from here; it does not change the exit code", severity, "info")
    .option("--format <format>", `what to print: ${formats.join(", ")}`, oneOf(formats), "text")
    .option("--output <format=path>", "also write a report to a file; repeatable", outputs(formats))
    .option("--today <date>", "the day that dates are compared with, YYYY-MM-DD (default: today)", date)
    .option("-q, --quiet", "findings and verdict only")
    .option("--stats", "time of each stage, on stderr")
    .option("--color <when>", colorModes.join(", "), oneOf(colorModes), "auto")
    .action(async (paths: string[], flags: CheckFlags) => {
      const { checkCommand } = await import("./commands/check.ts");
      parsed.exitCode = await checkCommand(paths, flags, io, engine);
    });
}

function addGraph(program: Command, io: Io, engine: Engine, parsed: Parsed): void {
  withPlan(program.command("graph"))
    .description("Print the access graph of a plan as JSON: identities, trust, policies, grants.")
    .argument("[plan]", "a plan as JSON; - for standard input")
    .addHelpText("before", examples("rolecall graph plan.json", "rolecall graph plan.json --before"))
    .option("--before [template]", "as it is before the change; of a template, that of the one that is deployed")
    .action(async (path: string | undefined, flags: GraphFlags) => {
      const { graphCommand } = await import("./commands/graph.ts");
      parsed.exitCode = await graphCommand(path, flags, io, engine);
    });
}
