import type { Claim } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { Settings } from "#model/ruleset.ts";
import { showText, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { aboutEnvironment, environmentTags, nameUnread } from "./environment-tags.ts";
import { isOwnable, type OwnableKind, ownableKinds } from "./ownable.ts";
import { defineRule } from "./rule.ts";
import { saidByTags } from "./said.ts";
import { list, nameOf } from "./words.ts";

interface Options {
  readonly on: readonly OwnableKind[];
}

export default defineRule<"identity", Options>({
  id: "require-known-environment",
  family: "ENV",
  severity: "medium",
  title: "The environment of every identity can be told",
  why: "Whether somebody crosses from one environment into another cannot be judged for an identity that belongs to none.",
  fix: "Give it a tag with an environment of the ruleset, or teach the ruleset how to recognise it: by account, tag, stack, module or name.",
  inspects: "identity",
  defaults: { on: ownableKinds },
  options: (z) =>
    z.strictObject({
      on: z
        .array(z.enum(ownableKinds))
        .default([...ownableKinds])
        .describe("the kinds of identities that are looked at"),
    }),
  *claims({ identity }, { settings, options }) {
    if (settings.environments.length === 0 || !isOwnable(identity, options.on) || identity.manyAccounts) return;
    const { environment } = identity;
    if (environment.kind === "unknown") yield claimOf(identity, settings, environment.hole);
    if (environment.kind === "untold") yield claimOf(identity, settings, nameUnread(identity));
  },
});

function claimOf(identity: Identity, settings: Settings, hidden: Hole | undefined): Claim {
  const looked = lookedAt(identity, settings);
  const can = hidden === undefined ? "cannot be told" : "perhaps cannot be told";
  return {
    holds: hidden === undefined ? "yes" : "unknown",
    detail: "environment",
    message: `the environment of ${nameOf(identity)} ${can}: ${looked[0]}`,
    evidence: [{ role: "primary", message: looked.join(", "), location: identity.tags.at ?? identity.at }],
    statements: aboutEnvironment(identity),
    waits: hidden === undefined ? [] : [hidden],
    fix: fixOf(identity, settings),
  };
}

/** What was looked at and told nothing, the surest first. */
function lookedAt({ account, tags, name }: Identity, settings: Settings): readonly string[] {
  const said = saidByTags(tags, environmentTags(settings));
  const own = wholeText(name);
  const tagged =
    said.kind === "said"
      ? `${said.key} = ${said.value} is none of ${list(settings.environments.map((one) => one.name))}`
      : said.because;
  return [
    tagged,
    ...byAccount(account, settings),
    own.known && own.value !== "" ? `its name ${showText(name)} names none` : "it has no name yet",
    "neither do its provider, stack or module",
  ];
}

function byAccount(account: string | undefined, { accounts }: Settings): readonly string[] {
  if (accounts.size === 0) return [];
  return [account === undefined ? "its account is not told" : `account ${account} has no environment in the ruleset`];
}

function fixOf(identity: Identity, settings: Settings): string {
  const [key = "environment"] = environmentTags(settings);
  const known = list(settings.environments.map((one) => one.name));
  return `Set the tag ${key} on ${identity.address} to one of ${known}, or add how it is recognised to environments in rolecall.yaml.`;
}
