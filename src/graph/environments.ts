import type { EnvironmentFact } from "#model/environment.ts";
import { matchesGlob } from "#model/glob.ts";
import type { EnvironmentSetting, Settings } from "#model/ruleset.ts";
import type { Tags } from "#model/tags.ts";
import { type Text, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";

/** What can tell the environment of a node, in the order in which it is believed. */
export interface EnvironmentClues {
  readonly account: string | undefined;
  readonly tags: Tags;
  /** The plan's own environment, as the user named it. */
  readonly declared: string | undefined;
  readonly stack: string | undefined;
  readonly module: string;
  readonly name: Text;
  /** The name in the source, where the cloud's name is not known. */
  readonly sourceName: string;
}

/** The environment of a node: account, tag, the plan's own, stack, module, name; the first that tells wins. */
export function environmentOf(clues: EnvironmentClues, settings: Settings): EnvironmentFact {
  const account = clues.account === undefined ? undefined : settings.accounts.get(clues.account)?.environment;
  if (account !== undefined) return told(settings, account, `account ${clues.account}`);
  const tag = byTag(clues.tags, settings);
  if (tag.kind !== "untold") return tag;
  if (clues.declared !== undefined) return told(settings, clues.declared, "the plan's own environment");
  return byNames(clues, settings) ?? hidden(clues.tags.unread);
}

/** The environment of somebody who is not in a plan: all that is known is an account and a name. */
export function environmentOfOutsider(
  { account, name }: { readonly account?: string; readonly name: Text },
  settings: Settings,
): EnvironmentFact {
  const tags: Tags = { taggable: false, entries: new Map() };
  return environmentOf(
    { account, tags, declared: undefined, stack: undefined, module: "", name, sourceName: "" },
    settings,
  );
}

/** An environment by its name; one that the ruleset does not define has no rank to compare, so nothing is told. */
export function told(settings: Settings, name: string, because: string): EnvironmentFact {
  const setting = settings.environments.find((one) => one.name === name);
  if (setting === undefined) return { kind: "untold" };
  return { kind: "told", environment: { name, rank: setting.rank, because } };
}

function hidden(unread: Hole | undefined): EnvironmentFact {
  return unread === undefined ? { kind: "untold" } : { kind: "unknown", hole: unread };
}

function byTag(tags: Tags, settings: Settings): EnvironmentFact {
  for (const setting of settings.environments) {
    for (const [key, values] of setting.tags) {
      const text = tags.entries.get(key);
      if (text === undefined) continue;
      const value = wholeText(text);
      if (!value.known) return { kind: "unknown", hole: value.hole };
      if (values.some((one) => fits(one, value.value)))
        return told(settings, setting.name, `tag ${key} = ${value.value}`);
    }
  }
  return { kind: "untold" };
}

function byNames(clues: EnvironmentClues, settings: Settings): EnvironmentFact | undefined {
  const name = wholeText(clues.name);
  const shown = name.known ? name.value : clues.sourceName;
  const sources: readonly [string | undefined, (setting: EnvironmentSetting) => readonly string[], string][] = [
    [clues.stack, (setting) => setting.stacks, `stack ${clues.stack}`],
    [clues.module === "" ? undefined : clues.module, (setting) => setting.modules, `module ${clues.module}`],
    [shown, (setting) => setting.names, `name ${shown}`],
  ];
  for (const [text, patterns, because] of sources) {
    if (text === undefined) continue;
    const setting = settings.environments.find((one) => patterns(one).some((pattern) => fits(pattern, text)));
    if (setting !== undefined) return told(settings, setting.name, because);
  }
  return undefined;
}

/** A pattern with wildcards is compared with the whole text, one without with its words. Letter case never matters. */
export function fits(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  if (/[*?]/.test(wanted)) return matchesGlob(wanted, given);
  return given === wanted || given.split(/[^a-z0-9]+/).includes(wanted);
}
