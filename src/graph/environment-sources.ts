import type { EnvironmentSource } from "#model/environment.ts";
import type { EnvironmentSetting, Settings } from "#model/ruleset.ts";
import type { Tags } from "#model/tags.ts";
import { type Text, wholeText } from "#model/text.ts";
import { fitter, tellingTags } from "./environments.ts";

interface Sources {
  readonly account?: string;
  readonly tags: Tags;
  readonly name: Text;
}

/** What the account, each tag and the name of a node say about its environment, the surest first; each by itself, whatever the others say. */
export function environmentSources({ account, tags, name }: Sources, settings: Settings): readonly EnvironmentSource[] {
  return [...byAccount(account, settings), ...byTags(tags, settings), ...byName(name, settings)];
}

function byAccount(account: string | undefined, settings: Settings): readonly EnvironmentSource[] {
  const told = account === undefined ? undefined : settings.accounts.get(account)?.environment;
  return told === undefined ? [] : [{ kind: "account", shown: `account ${account}`, environment: told }];
}

function byTags({ entries, unread }: Tags, settings: Settings): readonly EnvironmentSource[] {
  const { spellings } = tellingTags(settings);
  const sorted = [...entries].filter(([key]) => spellings.has(key.toLowerCase())).sort(([a], [b]) => (a < b ? -1 : 1));
  const telling = sorted.flatMap(([key, text]) => {
    const settingsOfKey = settings.environments.filter((one) => valuesOf(one, key).length > 0);
    return settingsOfKey.length === 0 ? [] : byTag(key, text, settingsOfKey);
  });
  return unread === undefined ? telling : [...telling, { kind: "tag", shown: "a tag", hole: unread }];
}

function byTag(key: string, text: Text, environments: readonly EnvironmentSetting[]): readonly EnvironmentSource[] {
  const value = wholeText(text);
  if (!value.known) return [{ kind: "tag", shown: `tag ${key}`, hole: value.hole }];
  const told = environments.find((one) => valuesOf(one, key).some(fitter(value.value)));
  return told === undefined ? [] : [{ kind: "tag", shown: `tag ${key} = ${value.value}`, environment: told.name }];
}

function valuesOf({ tags }: EnvironmentSetting, key: string): readonly string[] {
  return [...tags].filter(([wanted]) => wanted.toLowerCase() === key.toLowerCase()).flatMap(([, values]) => values);
}

/** A name with words of two environments tells none; nor does one whose only such word has other meanings, too. */
function byName(name: Text, settings: Settings): readonly EnvironmentSource[] {
  const value = wholeText(name);
  if (!value.known) return value.hole.unset ? [] : [{ kind: "name", shown: "the name", hole: value.hole }];
  const fits = fitter(value.value);
  const found = settings.environments.flatMap((one) =>
    one.names.filter(fits).map((pattern) => ({ pattern, environment: one.name })),
  );
  const [first] = found.filter(({ pattern }) => !ambiguous.has(pattern.toLowerCase()));
  if (first === undefined || found.some((one) => one.environment !== first.environment)) return [];
  return [{ kind: "name", shown: `name ${value.value}`, environment: first.environment }];
}

/** Words that also mean something else in names: a smoke test, a live chat, a stage of a pipeline. */
const ambiguous = new Set(["test", "live", "stage", "development"]);
