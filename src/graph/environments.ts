import type { EnvironmentFact } from "#model/environment.ts";
import { matchesGlob } from "#model/glob.ts";
import type { EnvironmentSetting, Settings } from "#model/ruleset.ts";
import type { Tags } from "#model/tags.ts";
import { type Text, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";

/** What can tell the environment of a node, in the order in which it is believed. */
export interface EnvironmentClues {
  readonly account: string | undefined;
  /** Set when the account would be told by a value that is not known. */
  readonly accountUnread: Hole | undefined;
  readonly tags: Tags;
  /** The alias of the provider configuration, if it has one. */
  readonly provider: string | undefined;
  /** The plan's own environment, as the user named it: by its name, or by a workspace of it. */
  readonly declared: string | undefined;
  readonly stack: string | undefined;
  readonly module: string;
  readonly name: Text;
  /** The name in the source, where the cloud's name is not known. */
  readonly sourceName: string;
}

/** The environment of a node: account, tag, provider alias, the plan's own, stack, module, name; the first that tells wins. */
export function environmentOf(clues: EnvironmentClues, settings: Settings): EnvironmentFact {
  const account = clues.account === undefined ? undefined : settings.accounts.get(clues.account)?.environment;
  if (account !== undefined) return told(settings, account, `account ${clues.account}`);
  if (clues.accountUnread !== undefined && [...settings.accounts.values()].some((one) => one.environment !== undefined))
    return { kind: "unknown", hole: clues.accountUnread };
  const tag = byTag(clues.tags, settings);
  if (tag.kind !== "untold") return tag;
  const alias = clues.provider === undefined ? undefined : byProvider(clues.provider, settings);
  if (alias !== undefined) return alias;
  if (clues.declared !== undefined) return byDeclared(clues.declared, settings);
  return byNames(clues, settings) ?? { kind: "untold" };
}

/** The environment that the user means: by its own name, or by the name of one of its workspaces, which no plan tells. */
export function declaredEnvironment(given: string, { environments }: Settings): EnvironmentSetting | undefined {
  const named = environments.find((one) => one.name === given);
  return named ?? environments.find((one) => one.workspaces.some(fitter(given)));
}

function byDeclared(given: string, settings: Settings): EnvironmentFact {
  const name = declaredEnvironment(given, settings)?.name;
  const because = name === given ? "the plan's own environment" : `workspace ${given}`;
  return name === undefined ? { kind: "untold" } : told(settings, name, because);
}

/** The environment of somebody who is not in a plan: all that is known is an account and a name. */
export function environmentOfOutsider(
  { account, name }: { readonly account?: string; readonly name: Text },
  settings: Settings,
): EnvironmentFact {
  const tags: Tags = { taggable: false, entries: new Map() };
  return environmentOf(
    {
      account,
      accountUnread: undefined,
      tags,
      provider: undefined,
      declared: undefined,
      stack: undefined,
      module: "",
      name,
      sourceName: "",
    },
    settings,
  );
}

/** An environment by its name; one that the ruleset does not define has no rank to compare, so nothing is told. */
function told(settings: Settings, name: string, because: string): EnvironmentFact {
  const setting = settings.environments.find((one) => one.name === name);
  if (setting === undefined) return { kind: "untold" };
  return { kind: "told", environment: { name, rank: setting.rank, because } };
}

function hidden(unread: Hole | undefined): EnvironmentFact {
  return unread === undefined ? { kind: "untold" } : { kind: "unknown", hole: unread };
}

function byTag(tags: Tags, settings: Settings): EnvironmentFact {
  const { spellings, tests } = tellingTags(settings);
  const telling = [...tags.entries].filter(([key]) => spellings.has(key.toLowerCase()));
  for (const { spelling, values, environment } of telling.length === 0 ? [] : tests) {
    for (const [key, text] of telling) {
      if (key.toLowerCase() !== spelling) continue;
      const value = wholeText(text);
      if (!value.known) return { kind: "unknown", hole: value.hole };
      if (values.some(fitter(value.value))) return told(settings, environment, `tag ${key} = ${value.value}`);
    }
  }
  return hidden(tags.unread);
}

/** Which tags tell which environment. `Environment` and `environment` are the same key to people. */
interface TellingTags {
  /** Their keys in lower case. */
  readonly spellings: ReadonlySet<string>;
  /** In the order in which they are believed. */
  readonly tests: readonly {
    readonly spelling: string;
    readonly values: readonly string[];
    readonly environment: string;
  }[];
}

export function tellingTags(settings: Settings): TellingTags {
  const found = known.get(settings) ?? tellingTagsOf(settings);
  known.set(settings, found);
  return found;
}

const known = new WeakMap<Settings, TellingTags>();

function tellingTagsOf({ environments }: Settings): TellingTags {
  const tests = environments.flatMap(({ name, tags }) =>
    [...tags].map(([key, values]) => ({ spelling: key.toLowerCase(), values, environment: name })),
  );
  return { spellings: new Set(tests.map((one) => one.spelling)), tests };
}

/** `aws.prod` is meant for production, even where the plan as a whole is meant for another environment. */
function byProvider(alias: string, settings: Settings): EnvironmentFact | undefined {
  const setting = settings.environments.find((one) => one.names.some(fitter(alias)));
  return setting === undefined ? undefined : told(settings, setting.name, `provider alias ${alias}`);
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
    const fits = fitter(text);
    const setting = settings.environments.find((one) => patterns(one).some(fits));
    if (setting !== undefined) return told(settings, setting.name, because);
  }
  return undefined;
}

/** Tells whether a pattern fits a text: one with wildcards is compared with the whole text, one without with its words. Letter case never matters. */
export function fitter(text: string): (pattern: string) => boolean {
  const given = text.toLowerCase();
  const words = joined(given);
  return (pattern) => {
    const wanted = patternOf(pattern);
    if (wanted.isGlob) return matchesGlob(wanted.text, given);
    return given === wanted.text || isWordOf(wanted.word, words);
  };
}

interface Pattern {
  readonly text: string;
  readonly isGlob: boolean;
  readonly word: string;
}

/** A ruleset has few patterns, and each is compared with every name. */
const patterns = new Map<string, Pattern>();

function patternOf(pattern: string): Pattern {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const text = pattern.toLowerCase();
  const made = { text, isGlob: /[*?]/.test(text), word: joined(text) };
  patterns.set(pattern, made);
  return made;
}

function isWordOf(wanted: string, given: string): boolean {
  // Taking every name apart into its words would be most of the work, and few names have the one that is looked for.
  return given.includes(wanted) && given.split(/[^a-z0-9]+/).includes(wanted);
}

/** A prefix that makes another word of one belongs to it: `non-prod` is nonprod and not prod, `pre-prod` is preprod. */
function joined(text: string): string {
  return /no|pre/.test(text) ? text.replace(/(?<![a-z0-9])(non?|not|pre)[^a-z0-9]+(?=[a-z0-9])/g, "$1") : text;
}
