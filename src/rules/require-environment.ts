import type { Claim } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { Settings } from "#model/ruleset.ts";
import { aboutEnvironment, environmentTags } from "./environment-tags.ts";
import { isOwnable, type OwnableKind, ownableKinds } from "./ownable.ts";
import { defineRule } from "./rule.ts";
import { missing, orForAll, type Said, saidByTags } from "./said.ts";
import { nameOf } from "./words.ts";

interface Options {
  readonly on: readonly OwnableKind[];
  readonly accounts: boolean;
}

const defaults: Options = { on: ownableKinds, accounts: true };

export default defineRule<"identity", Options>({
  id: "require-environment",
  family: "OWN",
  severity: "medium",
  title: "Every identity is tagged with its environment",
  why: "Whoever finds an identity in the account must be able to see whether production depends on it.",
  fix: "Add a tag that names the environment, to the resource or to the provider's default tags.",
  inspects: "identity",
  absorbs: ["require-known-environment"],
  defaults,
  options: (z) =>
    z.strictObject({
      on: z
        .array(z.enum(ownableKinds))
        .default([...defaults.on])
        .describe("the kinds of identities that need it"),
      accounts: z
        .boolean()
        .default(defaults.accounts)
        .describe("whether it is enough that the ruleset tells the environment of the account"),
    }),
  *claims({ identity }, { settings, options }) {
    if (!isOwnable(identity, options.on) || identity.manyAccounts) return;
    const said = saidByTags(identity.tags, environmentTags(settings));
    if (said.kind === "said" || (options.accounts && isToldByAccount(identity, settings))) return;
    yield claimOf(options.accounts ? orByAccount(said, identity, settings) : said, identity, settings);
  },
});

function isToldByAccount({ account }: Identity, { accounts }: Settings): boolean {
  return account !== undefined && accounts.get(account)?.environment !== undefined;
}

/** Which account it is may not be known yet, and would tell. */
function orByAccount(said: Unsaid, { account, environment }: Identity, { accounts }: Settings): Unsaid {
  if (said.kind === "hidden" || account !== undefined || environment.kind !== "unknown") return said;
  const tells = [...accounts.values()].some((one) => one.environment !== undefined);
  return tells ? { kind: "hidden", because: "its account is not known yet", hole: environment.hole } : said;
}

type Unsaid = Exclude<Said, { kind: "said" }>;

/** Where something else tells the environment, the tag is missing to people, not to the checks. */
function claimOf(said: Unsaid, identity: Identity, settings: Settings): Claim {
  const { environment } = identity;
  const told = environment.kind === "told" ? environment.environment : undefined;
  const [key = "environment"] = environmentTags(settings);
  const has = said.kind === "hidden" ? "may have no" : "has no";
  const also = told === undefined ? "" : `; it is taken for ${told.name} by ${told.because}`;
  return {
    ...missing(said),
    detail: "environment",
    message: `${nameOf(identity)} ${has} environment tag: ${said.because}${also}`,
    evidence: [{ role: "primary", message: said.because, location: identity.tags.at ?? identity.at }],
    statements: aboutEnvironment(identity),
    fix: `Set the tag ${key} = ${told?.name ?? "<environment>"} on ${identity.address}, ${orForAll(identity)}.`,
    ...(told !== undefined && { severity: "low" }),
  };
}
