import { matchesGlob } from "#model/glob.ts";
import type { CustomRule } from "#model/ruleset.ts";
import { dependsOn } from "./custom/read-custom.ts";
import type { Layer, Path } from "./layer.ts";
import { type Mistake, type Place, quoted, showPlace } from "./mistake.ts";

/** A mistake about one of the settings that are not about a rule. */
export interface SettingMistake extends Mistake {
  readonly setting: string;
}

/** Rules that are locked, with the place that does it; custom ones with what they ask for. */
export type Locks = ReadonlyMap<string, { readonly at: Place; readonly custom: CustomRule | undefined }>;

type Fact = "environment" | "owner";

/**
 * Settings that decide what a rule sees: a file that may not weaken a locked rule may not do it through them either.
 * A `*` stands for every rule.
 */
const decides: readonly (readonly [path: Path, rules: readonly string[], fact?: Fact])[] = [
  [["clouds"], ["*"]],
  [["organization"], ["no-public-trust", "no-public-resource-policy", "no-unknown-account-trust"]],
  [["accounts"], ["no-unknown-account-trust"]],
  [["vendors"], ["no-unknown-account-trust", "no-confused-deputy"]],
  [["environments"], ["no-cross-environment-trust"], "environment"],
  [["trust-allowed"], ["no-cross-environment-trust"]],
  [["owners", "tags"], ["require-owner"], "owner"],
];

const accountFields: readonly (readonly [field: Fact, rule: string])[] = [
  ["environment", "no-cross-environment-trust"],
  ["owner", "require-owner"],
];

/** What a layer sets although a rule that depends on it was locked before. */
export function settingMistakes(layer: Layer, locked: Locks): readonly SettingMistake[] {
  if (locked.size === 0) return [];
  const whole = decides.flatMap(([path, rules, fact]) =>
    isSet(layer.content, path) ? held(layer, path, { rules, fact }, locked) : [],
  );
  const accounts = Object.entries(layer.content.accounts ?? {}).flatMap(([id, account]) =>
    accountFields.flatMap(([field, rule]) =>
      account[field] === undefined ? [] : held(layer, ["accounts", id, field], { rules: [rule], fact: field }, locked),
    ),
  );
  return [...whole, ...accounts];
}

function isSet(content: unknown, path: Path): boolean {
  let value = content;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return false;
    value = Reflect.get(value, step);
  }
  return true;
}

/** Which rules a setting decides about, and which fact: custom rules may ask for it, too. */
interface Decided {
  readonly rules: readonly string[];
  readonly fact: Fact | undefined;
}

function held(layer: Layer, path: Path, { rules, fact }: Decided, locked: Locks): readonly SettingMistake[] {
  const hit = [...locked].find(
    ([id, { custom }]) =>
      rules.includes("*") ||
      rules.includes(id) ||
      (custom !== undefined && fact !== undefined && dependsOn(custom, fact)),
  );
  if (hit === undefined) return [];
  const [rule, { at }] = hit;
  const message = `${quoted(path.join("."))} decides what rule "${rule}" sees, which is locked at ${showPlace(at)}: only that file may set it`;
  return [{ setting: String(path[0]), place: layer.place(path), message }];
}

/** Exceptions that name a rule which was locked before. One by id is told apart only when findings are known: see `exceptions.ts`. */
export function exceptionMistakes(layer: Layer, locked: Locks): readonly Mistake[] {
  return (layer.content.exceptions ?? []).flatMap(({ finding }, i) => {
    const [rule, ...rest] = finding.split("/");
    if (rule === undefined || rest.length === 0) return [];
    const hit = [...locked].find(([id]) => matchesGlob(rule, id));
    if (hit === undefined) return [];
    return [
      {
        place: layer.place(["exceptions", i, "finding"]),
        message: `rule "${hit[0]}" is locked at ${showPlace(hit[1].at)}: no exception from it is possible here`,
      },
    ];
  });
}
