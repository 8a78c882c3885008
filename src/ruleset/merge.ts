import { type Severity, severities } from "#model/finding.ts";
import type { CustomRule, Exception, RuleSetting, Ruleset } from "#model/ruleset.ts";
import { customRulesOf } from "./custom/read-custom.ts";
import type { Layer } from "./layer.ts";
import { exceptionMistakes, type Locks, settingMistakes } from "./locks.ts";
import { type Mistake, type Place, showPlace } from "./mistake.ts";
import type { RuleEntry } from "./schema.ts";
import { mergeSettings } from "./settings.ts";

/** A rule's setting, and where it was locked. */
export interface LockableSetting extends RuleSetting {
  readonly lockedAt?: Place;
}

export interface Merged {
  readonly ruleset: Ruleset;
  /** What goes against a lock. */
  readonly lockMistakes: readonly Mistake[];
  /** Names that nobody defines: only to be believed when every layer is whole. */
  readonly nameMistakes: readonly Mistake[];
}

/** Puts layers together, the first one first; later ones win, except against a lock. Rules that no layer mentions are off. */
export function merge(
  layers: readonly Layer[],
  rules: readonly { readonly id: string; readonly severity: Severity }[],
): Merged {
  const severityOf = new Map(rules.map(({ id, severity }) => [id, severity]));
  const settings = new Map<string, LockableSetting>();
  const custom = new Map<string, CustomRule>();
  const steps = layers.map((layer) => addLayer(layer, { settings, custom, severityOf }));
  for (const { id } of rules)
    if (!settings.has(id)) settings.set(id, { severity: "off", options: undefined, locked: false });
  const organisation = mergeSettings(steps.map((one) => one.heeded));
  return {
    ruleset: {
      settings: organisation.settings,
      rules: settings,
      custom: [...custom.values()],
      exceptions: layers.flatMap(exceptionsOf),
      sources: layers.map((layer) => layer.source),
    },
    lockMistakes: steps.flatMap((one) => one.mistakes),
    nameMistakes: organisation.mistakes,
  };
}

/** What the layers so far come to. */
interface SoFar {
  readonly settings: Map<string, LockableSetting>;
  readonly custom: Map<string, CustomRule>;
  readonly severityOf: ReadonlyMap<string, Severity>;
}

/** Applies a layer's rules, and tells what of its settings counts. What a preset says is nobody's attempt to get around a lock: the lock just holds. */
function addLayer(layer: Layer, soFar: SoFar): { heeded: Layer; mistakes: readonly Mistake[] } {
  const locked = locksOf(soFar);
  const ofRules = [...applyCustom(layer, soFar), ...applyRules(layer, soFar.settings, soFar.severityOf)];
  if (layer.kind === "preset") return { heeded: withoutLocked(layer, locked), mistakes: [] };
  return {
    heeded: layer,
    mistakes: [...settingMistakes(layer, locked), ...exceptionMistakes(layer, locked), ...ofRules],
  };
}

function locksOf({ settings, custom }: SoFar): Locks {
  return new Map(
    [...settings].flatMap(([id, { lockedAt }]) =>
      lockedAt === undefined ? [] : [[id, { at: lockedAt, custom: custom.get(id) }] as const],
    ),
  );
}

/** Takes in the rules that a layer defines itself, with their severities; one of that id before is replaced, unless it is locked. */
function applyCustom(layer: Layer, { settings, custom }: SoFar): readonly Mistake[] {
  return customRulesOf(layer).flatMap((rule) => {
    const place = layer.place(["custom", rule.id]);
    const lock = settings.get(rule.id)?.lockedAt;
    if (lock !== undefined && custom.has(rule.id))
      return [{ place, message: `rule "${rule.id}" is locked at ${showPlace(lock)}: it cannot be defined anew here` }];
    custom.set(rule.id, rule);
    const setting = { severity: rule.severity, options: undefined };
    const isLocked = layer.content.custom?.[rule.id]?.locked === true;
    settings.set(rule.id, isLocked ? { ...setting, locked: true, lockedAt: place } : { ...setting, locked: false });
    return [];
  });
}

function withoutLocked(layer: Layer, locked: Locks): Layer {
  const held = new Set(settingMistakes(layer, locked).map((one) => one.setting));
  return { ...layer, content: Object.fromEntries(Object.entries(layer.content).filter(([key]) => !held.has(key))) };
}

function applyRules(
  layer: Layer,
  settings: Map<string, LockableSetting>,
  severityOf: ReadonlyMap<string, Severity>,
): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  for (const [id, written] of Object.entries(layer.content.rules ?? {})) {
    const entry: RuleEntry = typeof written === "string" ? { severity: written } : written;
    const place = layer.place(["rules", id]);
    const earlier = settings.get(id);
    const now = applied(entry, earlier, severityOf.get(id), place);
    const lock = earlier?.lockedAt;
    if (lock === undefined || earlier === undefined || !weakens(entry, now, earlier)) settings.set(id, now);
    else mistakes.push({ place, message: `rule "${id}" is locked at ${showPlace(lock)}: it cannot be weakened here` });
  }
  return mistakes;
}

function applied(
  entry: RuleEntry,
  earlier: LockableSetting | undefined,
  own: Severity | undefined,
  place: Place,
): LockableSetting {
  // A rule that does not exist has no severity of its own; it is a mistake already.
  const inherited = earlier === undefined ? (own ?? "off") : earlier.severity;
  const lockedAt = earlier?.lockedAt ?? (entry.locked === true ? place : undefined);
  const setting = {
    severity: entry.severity ?? inherited,
    options: entry.options ?? earlier?.options,
    locked: lockedAt !== undefined,
  };
  return lockedAt === undefined ? setting : { ...setting, lockedAt };
}

/** A lock holds the options as they are; the severity may only rise. */
function weakens(entry: RuleEntry, now: RuleSetting, earlier: RuleSetting): boolean {
  return (
    entry.locked === false ||
    order(now.severity) > order(earlier.severity) ||
    JSON.stringify(now.options) !== JSON.stringify(earlier.options)
  );
}

function order(severity: Severity | "off"): number {
  return severity === "off" ? severities.length : severities.indexOf(severity);
}

function exceptionsOf(layer: Layer): readonly Exception[] {
  const exceptions = layer.content.exceptions ?? [];
  return exceptions.map((one, i) => ({
    ...one,
    source: { file: layer.source, line: layer.place(["exceptions", i]).line },
  }));
}
