import type { Tags } from "#model/tags.ts";
import { literalText, type Text, wholeText } from "#model/text.ts";
import { field, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import type { Resource } from "./resource.ts";

/**
 * The tags of a resource with the provider's default tags: `tags_all` where it is known, else `tags` over `default_tags`.
 * A `tags_all` that is unknown although neither of the two has anything unknown in it means just these two.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging
 */
export function tagsOf(resource: Resource): Tags {
  const tags = known.get(resource.values) ?? readTags(resource);
  known.set(resource.values, tags);
  return tags;
}

/** A resource may become several nodes. */
const known = new WeakMap<Tree, Tags>();

function readTags(resource: Resource): Tags {
  const all = field(resource.values, "tags_all");
  const { at } = field(resource.values, "tags");
  const whole = readMap(all);
  const isWhole = all.kind === "map" && whole.unread === undefined;
  if (isWhole && isExplained(whole.entries)) return { taggable: true, entries: whole.entries, at };
  const defaults = readMap(field(resource.change.scope.provider.settings, "default_tags", "tags"));
  const own = readMap(field(resource.values, "tags"));
  if (isWhole) return { taggable: true, entries: explained(whole.entries, own.unread ?? defaults.unread), at };
  const entries = new Map([...defaults.entries, ...whole.entries, ...own.entries]);
  const unread = own.unread ?? defaults.unread ?? unseenDefaults(resource, all);
  return { taggable: true, entries, at, ...(unread !== undefined && { unread }) };
}

/** Whether all values are known, or say what they wait for. */
function isExplained(entries: ReadonlyMap<string, Text>): boolean {
  return [...entries.values()].every((text) => text.every((part) => typeof part === "string" || part.refs.length > 0));
}

/** `tags_all` never tells what a value waits for; what it is made of does. */
function explained(entries: ReadonlyMap<string, Text>, source: Hole | undefined): ReadonlyMap<string, Text> {
  if (source === undefined) return entries;
  const explain = (part: Text[number]) => (typeof part !== "string" && part.refs.length === 0 ? source : part);
  return new Map([...entries].map(([key, text]) => [key, text.map(explain)]));
}

/** Where the document does not tell how the provider is configured, an unknown `tags_all` may hold default tags. */
function unseenDefaults(resource: Resource, all: Tree): Hole | undefined {
  const told = resource.change.scope.provider.settings.kind !== "absent";
  return all.kind === "unknown" && !told && !all.hole.unset ? all.hole : undefined;
}

/** The tags of a type that cannot have any. */
export const untaggable: Tags = { taggable: false, entries: new Map() };

function readMap(tree: Tree): { entries: Map<string, Text>; unread?: Hole } {
  const entries = new Map<string, Text>();
  if (tree.kind === "unknown") return tree.hole.unset ? { entries } : { entries, unread: tree.hole };
  if (tree.kind === "list") return readPairs(tree.items);
  if (tree.kind !== "map") return { entries };
  for (const key of tree.keys()) {
    const value = tree.get(key);
    const text = textOf(value);
    if (text !== undefined) entries.set(key, text);
    else if (value.kind === "absent") entries.set(key, literalText(""));
    else return { entries, unread: hole("unsupported-expression") };
  }
  return { entries };
}

/** CloudFormation lists tags as pairs: `{ Key, Value }`. */
function readPairs(pairs: readonly Tree[]): { entries: Map<string, Text>; unread?: Hole } {
  const entries = new Map<string, Text>();
  let unread: Hole | undefined;
  for (const pair of pairs) {
    const [key, value] = [textOf(field(pair, "Key")), textOf(field(pair, "Value"))];
    const name = key === undefined ? undefined : wholeText(key);
    if (name?.known === true && value !== undefined) entries.set(name.value, value);
    else unread ??= name?.known === false ? name.hole : hole("unsupported-expression");
  }
  return { entries, ...(unread !== undefined && { unread }) };
}
