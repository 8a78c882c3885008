import { InputError } from "#model/input-error.ts";
import type { Rule } from "#rules/rule.ts";
import { didYouMean } from "#ruleset/did-you-mean.ts";
import { customRules } from "../custom-rules.ts";
import type { Engine } from "../engine.ts";
import type { Io } from "../io.ts";
import { writeStdout } from "../output.ts";
import type { RulesetFlags } from "../ruleset.ts";
import { wrap } from "../wrap.ts";

/** What a page tells of a rule. */
type Explained = Pick<Rule, "id" | "family" | "severity" | "title" | "why" | "fix" | "frameworks">;

/** Prints what a rule means, why it matters and how to mend what it finds. The ruleset is only read for a rule that is none of rolecall's. */
export async function explainCommand(id: string, flags: RulesetFlags, io: Io, engine: Engine): Promise<number> {
  const rules = await engine.rules();
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return writeStdout(page(rule), io);
  const custom = await customRules(flags, io, engine);
  const own = custom.find((one) => one.id === id);
  if (own !== undefined) return writeStdout(page(own), io);
  const ids = [...rules, ...custom].map((one) => one.id);
  throw new InputError(2, "unknown-rule", `unknown rule ${id}${didYouMean(id, ids)}`, "rolecall rules");
}

function page(rule: Explained): string {
  const frameworks = Object.entries(rule.frameworks).map(([name, ids]) => `${name} ${ids.join(", ")}`);
  const parts = [
    `${rule.id} · ${rule.severity} · ${rule.family}`,
    wrap(`${rule.title}${/[.!?]$/.test(rule.title) ? "" : "."}`),
    `Why\n${wrap(rule.why, "  ")}`,
    `Fix\n${wrap(rule.fix, "  ")}`,
    ...(frameworks.length === 0 ? [] : [`Frameworks\n${frameworks.map((line) => `  ${line}`).join("\n")}`]),
    `In a ruleset\n  rules:\n    ${rule.id}: ${rule.severity}    # critical | high | medium | low | info | off`,
  ];
  return `${parts.join("\n\n")}\n`;
}
