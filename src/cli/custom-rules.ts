import { printable } from "#reporters/printable.ts";
import type { Engine } from "./engine.ts";
import type { Io } from "./io.ts";
import { type RulesetFlags, rulesetFor } from "./ruleset.ts";

/** The rules that the ruleset defines itself, as they are told to people. */
export async function customRules(flags: RulesetFlags, io: Io, engine: Engine) {
  const { custom } = await rulesetFor(flags, io, engine);
  if (custom.length === 0) return [];
  const { describeRule } = await import("#ruleset/custom/compile.ts");
  return custom.map((one) => {
    const { title, why, fix, ...rest } = describeRule(one);
    return { ...rest, title: printable(title), why: printable(why), fix: printable(fix) };
  });
}
