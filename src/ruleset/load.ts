import type { Ruleset } from "#model/ruleset.ts";
import { didYouMean } from "./did-you-mean.ts";
import { LayerCollector, type RulesetFiles, type RulesetSource } from "./extends.ts";
import { merge } from "./merge.ts";
import { type Mistake, quoted, rulesetError } from "./mistake.ts";
import type { KnownRule } from "./read-layer.ts";

export interface LoadOptions {
  /** The user's ruleset. */
  readonly file?: RulesetSource;
  /** An organisation's ruleset: it comes first, and what it locks holds. */
  readonly base?: RulesetSource;
  readonly rules: readonly KnownRule[];
  readonly files: RulesetFiles;
}

/**
 * Reads rulesets with everything they extend, and merges them. A file that does not say what it extends builds on the base ruleset if there is one, else on
 * the preset `recommended`.
 * @throws InputError (exit code 2) with all mistakes at once.
 */
export async function loadRuleset({ file, base, rules, files }: LoadOptions): Promise<Ruleset> {
  const collector = new LayerCollector(rules, files);
  if (base !== undefined) await collector.addFile(base, ["recommended"]);
  if (file !== undefined && file.path !== base?.path)
    await collector.addFile(file, base === undefined ? ["recommended"] : []);
  const { ruleset, lockMistakes, nameMistakes } = merge(collector.layers, rules);
  const all = [
    ...collector.mistakes,
    ...unknownRules(collector, rules),
    ...lockMistakes,
    ...(collector.whole ? nameMistakes : []),
  ];
  if (all.length > 0) throw rulesetError(all);
  return ruleset;
}

/** Rules that some layer names, and that neither rolecall nor any layer defines. */
function unknownRules({ layers, otherRules }: LayerCollector, rules: readonly KnownRule[]): readonly Mistake[] {
  const custom = layers.flatMap(({ content }) => Object.keys(content.custom ?? {}));
  const ids = [...rules.map((rule) => rule.id), ...custom];
  return otherRules
    .filter(({ id }) => !custom.includes(id))
    .map(({ id, place }) => ({ place, message: `unknown rule ${quoted(id)}${didYouMean(id, ids)}` }));
}
