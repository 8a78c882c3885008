import { matchesGlob } from "#model/glob.ts";
import type { Layer, Path } from "./layer.ts";
import { type Mistake, type Place, quoted, showPlace } from "./mistake.ts";

/** A mistake about one of the settings that are not about a rule. */
export interface SettingMistake extends Mistake {
  readonly setting: string;
}

/**
 * Settings that decide what a rule sees: a file that may not weaken a locked rule may not do it through them either.
 * A `*` stands for every rule.
 */
const decides: readonly (readonly [path: Path, rules: readonly string[]])[] = [
  [["clouds"], ["*"]],
  [["organization"], ["no-public-trust", "no-public-resource-policy", "no-unknown-account-trust"]],
  [["accounts"], ["no-unknown-account-trust"]],
  [["vendors"], ["no-unknown-account-trust", "no-confused-deputy"]],
  [["environments"], ["no-cross-environment-trust"]],
  [["trust-allowed"], ["no-cross-environment-trust"]],
  [["owners", "tags"], ["require-owner"]],
];

const accountFields: readonly (readonly [field: "environment" | "owner", rule: string])[] = [
  ["environment", "no-cross-environment-trust"],
  ["owner", "require-owner"],
];

/** What a layer sets although a rule that depends on it was locked before. */
export function settingMistakes(layer: Layer, locked: ReadonlyMap<string, Place>): readonly SettingMistake[] {
  if (locked.size === 0) return [];
  const whole = decides.flatMap(([path, rules]) =>
    isSet(layer.content, path) ? held(layer, path, rules, locked) : [],
  );
  const accounts = Object.entries(layer.content.accounts ?? {}).flatMap(([id, account]) =>
    accountFields.flatMap(([field, rule]) =>
      account[field] === undefined ? [] : held(layer, ["accounts", id, field], [rule], locked),
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

function held(
  layer: Layer,
  path: Path,
  rules: readonly string[],
  locked: ReadonlyMap<string, Place>,
): readonly SettingMistake[] {
  const rule = [...locked.keys()].find((id) => rules.includes("*") || rules.includes(id));
  const lock = rule === undefined ? undefined : locked.get(rule);
  if (rule === undefined || lock === undefined) return [];
  const message = `${quoted(path.join("."))} decides what rule "${rule}" sees, which is locked at ${showPlace(lock)}: only that file may set it`;
  return [{ setting: String(path[0]), place: layer.place(path), message }];
}

/** Exceptions that name a rule which was locked before. One by id is told apart only when findings are known: see `exceptions.ts`. */
export function exceptionMistakes(layer: Layer, locked: ReadonlyMap<string, Place>): readonly Mistake[] {
  return (layer.content.exceptions ?? []).flatMap(({ finding }, i) => {
    const [rule, ...rest] = finding.split("/");
    if (rule === undefined || rest.length === 0) return [];
    const hit = [...locked].find(([id]) => matchesGlob(rule, id));
    if (hit === undefined) return [];
    return [
      {
        place: layer.place(["exceptions", i, "finding"]),
        message: `rule "${hit[0]}" is locked at ${showPlace(hit[1])}: no exception from it is possible here`,
      },
    ];
  });
}
