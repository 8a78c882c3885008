import type { CustomRule, FieldTest } from "#model/ruleset.ts";
import type { Layer } from "../layer.ts";
import type { CustomRuleEntry } from "./schema.ts";

/** The rules that a layer defines, as they are kept. */
export function customRulesOf(layer: Layer): readonly CustomRule[] {
  return Object.entries(layer.content.custom ?? {}).map(([id, entry]) => {
    const { file, line } = layer.place(["custom", id]);
    const { severity, message, title, why, fix, given } = entry;
    return {
      id,
      severity,
      message,
      ...(title === undefined ? {} : { title }),
      ...(why === undefined ? {} : { why }),
      ...(fix === undefined ? {} : { fix }),
      given,
      where: Object.entries(entry.where ?? {}).map(([field, test]) => ({ field, test: whereTest(test) })),
      // biome-ignore lint/suspicious/noThenProperty: it is a key of rulesets, and nothing awaits a rule.
      then: demandsOf(entry),
      source: { file, line },
    };
  });
}

/** A bare value asks for itself, a list for one of it. */
function whereTest(test: NonNullable<CustomRuleEntry["where"]>[string]): FieldTest["test"] {
  if (Array.isArray(test)) return { "one-of": test };
  return typeof test === "object" ? test : { equals: test };
}

function demandsOf({ then: written }: CustomRuleEntry): readonly FieldTest[] {
  return [written].flat().map(({ field = ".", ...test }) => ({ field, test }));
}

/** Whether what the rule sees depends on what the ruleset says of environments, or of owners. */
export function dependsOn({ given, where, then: demands }: CustomRule, fact: "environment" | "owner"): boolean {
  return new RegExp(`\\b${fact}\\b`).test(JSON.stringify([given, where, demands]));
}
