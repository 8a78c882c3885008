import type { PatternSet } from "#model/pattern.ts";
import type { PermissionStatement } from "#model/policy.ts";
import { showText } from "#model/text.ts";
import { list, most } from "./words.ts";

/** What a statement names, in the words of its document: `Action "s3:*" on Resource "*"`. The actions that it is about, in lower case, come first. */
export function showStatement({ actions, resources }: PermissionStatement, about: readonly string[] = []): string {
  const on = resources.patterns.length === 0 ? "" : ` on ${showResources(resources)}`;
  return `${showActionSet(actions, about)}${on}`;
}

function showResources({ match, patterns }: PatternSet): string {
  return `${match === "only" ? "Resource" : "NotResource"} ${list(patterns.map((one) => `"${showText(one)}"`))}`;
}

function showActionSet(set: PatternSet, about: readonly string[]): string {
  const all = quoted.get(set) ?? quotedIn(set);
  quoted.set(set, all);
  const element = set.match === "only" ? "Action" : "NotAction";
  if (all.size <= most) return `${element} ${list([...all.values()])}`;
  const meant = about.slice(0, most).map((one) => all.get(one));
  const first = new Set(meant.filter((one) => one !== undefined));
  for (const one of all.values()) {
    if (first.size >= most) break;
    first.add(one);
  }
  return `${element} ${list([...first], all.size)}`;
}

/** The actions of a set by their names in lower case. There may be as many claims about a statement as it has actions. */
const quoted = new WeakMap<PatternSet, ReadonlyMap<string, string>>();

function quotedIn({ patterns }: PatternSet): ReadonlyMap<string, string> {
  return new Map(distinctActions(patterns.map(showText)).map((one) => [one.toLowerCase(), `"${one}"`]));
}

/** Actions without those that differ from an earlier one in letter case at most. */
export function distinctActions(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}
