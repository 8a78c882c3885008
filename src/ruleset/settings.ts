import type { AccountSetting, EnvironmentSetting, Settings, TrustAllowance } from "#model/ruleset.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { Layer, Path } from "./layer.ts";
import { type Mistake, quoted } from "./mistake.ts";
import type { RulesetFile } from "./schema.ts";
import { vendorMistakes, vendorsOf } from "./vendors.ts";

export interface MergedSettings {
  readonly settings: Settings;
  readonly mistakes: readonly Mistake[];
}

/** Settings about the organisation: lists and scalars are replaced whole by a later layer, accounts one by one, allowances add up. */
export function mergeSettings(layers: readonly Layer[]): MergedSettings {
  const contents = layers.map((layer) => layer.content);
  const clouds = last(contents.map((one) => one.clouds));
  const organization = last(contents.map((one) => one.organization));
  const settings: Settings = {
    ...(clouds === undefined ? {} : { clouds }),
    ...(organization === undefined ? {} : { organization }),
    accounts: accountsOf(contents),
    vendors: vendorsOf(layers),
    environments: Object.entries(last(contents.map((one) => one.environments)) ?? {}).map(environmentOf),
    owners: { tags: last(contents.map((one) => one.owners?.tags)) ?? [] },
    trustAllowed: contents.flatMap((one): readonly TrustAllowance[] => one["trust-allowed"] ?? []),
  };
  const owners = last(contents.map((one) => one.owners?.known));
  const names = layers.flatMap((layer) => unknownNames(layer, settings, owners));
  return { settings, mistakes: [...names, ...vendorMistakes(layers)] };
}

function last<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.findLast((one) => one !== undefined);
}

function accountsOf(contents: readonly RulesetFile[]): ReadonlyMap<string, AccountSetting> {
  const accounts = new Map<string, AccountSetting>();
  for (const content of contents) {
    for (const [id, account] of Object.entries(content.accounts ?? {}))
      accounts.set(id, { ...accounts.get(id), ...account });
  }
  return accounts;
}

function environmentOf([name, one]: [string, NonNullable<RulesetFile["environments"]>[string]]): EnvironmentSetting {
  return {
    name,
    rank: one.rank,
    tags: new Map(Object.entries(one.tags ?? {})),
    workspaces: one.workspaces ?? [],
    stacks: one.stacks ?? [],
    modules: one.modules ?? [],
    names: one.names ?? [],
  };
}

/** Environments and owners that a layer names although nobody defines them: a rule would silently not see what was meant. */
function unknownNames(layer: Layer, settings: Settings, owners: readonly string[] | undefined): readonly Mistake[] {
  const environments = settings.environments.map((one) => one.name);
  const environment = (name: string | undefined, path: Path) => unknown("environment", name, environments, layer, path);
  const owner = (name: string | undefined, path: Path) =>
    owners === undefined ? [] : unknown("owner", name, owners, layer, path);
  return [
    ...Object.entries(layer.content.accounts ?? {}).flatMap(([id, one]) => [
      ...environment(one.environment, ["accounts", id, "environment"]),
      ...owner(one.owner, ["accounts", id, "owner"]),
    ]),
    ...(layer.content["trust-allowed"] ?? []).flatMap((one, i) =>
      one.to.flatMap((name, j) => environment(name, ["trust-allowed", i, "to", j])),
    ),
    ...(layer.content.exceptions ?? []).flatMap((one, i) => owner(one.owner, ["exceptions", i, "owner"])),
  ];
}

function unknown(
  what: string,
  name: string | undefined,
  known: readonly string[],
  layer: Layer,
  path: Path,
): readonly Mistake[] {
  if (name === undefined || known.includes(name)) return [];
  return [{ place: layer.place(path), message: `unknown ${what} ${quoted(name)}${didYouMean(name, known)}` }];
}
