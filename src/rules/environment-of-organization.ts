import type { EnvironmentFact } from "#model/environment.ts";
import type { RuleContext } from "./rule.ts";

/**
 * The lowest environment that an organization's accounts are known to be in: who trusts the organization trusts that one too. Accounts of a ruleset
 * belong to the organization that the ruleset names.
 */
export function environmentOfOrganization(id: string, context: RuleContext<unknown>): EnvironmentFact {
  const { organization, accounts } = context.settings;
  if (id !== organization) return { kind: "untold" };
  const facts = [...accounts.keys()].sort().map((account) => context.environmentOf({ account, name: [] }));
  const told = facts.filter((one) => one.kind === "told");
  return told.sort((a, b) => a.environment.rank - b.environment.rank)[0] ?? { kind: "untold" };
}
