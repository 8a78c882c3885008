import type { SubjectFacts } from "#model/graph-builder.ts";
import type { Owner } from "#model/owner.ts";
import type { Settings } from "#model/ruleset.ts";
import type { Tags } from "#model/tags.ts";
import { type Text, wholeText } from "#model/text.ts";

export type OwnerClues = Pick<SubjectFacts, "tags" | "account" | "accountUnread">;

/** How many tag keys a message names before it only counts. */
const most = 5;

/** Who answers for a node, by its tags or else by its account. */
export function ownerOf({ tags, account, accountUnread }: OwnerClues, settings: Settings): Owner {
  const byTag = tagged(tags, settings);
  if (byTag?.kind === "told") return byTag;
  const owner = account === undefined ? undefined : settings.accounts.get(account)?.owner;
  if (owner !== undefined) return { kind: "told", name: owner, because: `account ${account}` };
  if (accountUnread !== undefined && [...settings.accounts.values()].some((one) => one.owner !== undefined))
    return { kind: "hidden", because: "its account is not known yet", hole: accountUnread };
  if (byTag !== undefined) return byTag;
  if (!tags.taggable) return { kind: "not-applicable" };
  if (tags.unread !== undefined) return { kind: "hidden", because: "the tags are not known yet", hole: tags.unread };
  return {
    kind: "nobody",
    because: tags.entries.size === 0 ? "it has no tags" : `its tags are ${list(tags.entries.keys())}`,
  };
}

/** The first owner tag with a value; one with an empty value tells that there is none. */
function tagged(tags: Tags, settings: Settings): Owner | undefined {
  if (tags.entries.size === 0) return undefined;
  const wanted = ownerTags(settings);
  let found: Owner | undefined;
  for (const [key, text] of tags.entries) {
    if (!wanted.has(spelling(key))) continue;
    const owner = fromTag(key, text);
    if (owner.kind === "told") return owner;
    if (found === undefined || owner.kind === "hidden") found = owner;
  }
  return found?.kind === "nobody" && tags.unread !== undefined ? undefined : found;
}

function ownerTags(settings: Settings): ReadonlySet<string> {
  const found = spellings.get(settings) ?? new Set(settings.owners.tags.map(spelling));
  spellings.set(settings, found);
  return found;
}

const spellings = new WeakMap<Settings, ReadonlySet<string>>();

function fromTag(key: string, text: Text): Owner {
  const value = wholeText(text);
  if (!value.known) return { kind: "hidden", because: `the value of tag ${key} is not known yet`, hole: value.hole };
  if (value.value.trim() === "") return { kind: "nobody", because: `tag ${key} is empty` };
  return { kind: "told", name: value.value, because: `tag ${key}` };
}

function spelling(key: string): string {
  const lowered = key.toLowerCase();
  return /[-_ ]/.test(lowered) ? lowered.replace(/[-_ ]/g, "") : lowered;
}

/** The keys in order, cut short: some resources have dozens of tags. */
function list(keys: Iterable<string>): string {
  const sorted = [...keys].sort();
  const more = sorted.length - most;
  return more > 0 ? `${sorted.slice(0, most).join(", ")} and ${more} more` : sorted.join(", ");
}
