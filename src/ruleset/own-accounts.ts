import type { Ruleset } from "#model/ruleset.ts";

/** A ruleset that knows some accounts as ours, too: those that a run deploys to. What it says of them already stays. */
export function withAccounts(ruleset: Ruleset, accounts: Iterable<string>): Ruleset {
  const more = [...accounts].filter((one) => !ruleset.settings.accounts.has(one));
  if (more.length === 0) return ruleset;
  const all = new Map([...ruleset.settings.accounts, ...more.map((one) => [one, {}] as const)]);
  return { ...ruleset, settings: { ...ruleset.settings, accounts: all } };
}
