import { jsonTree } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { ProviderScope } from "#model/plan.ts";
import { absent, elements, type MapTree, type Tree } from "#model/tree.ts";
import type { Given } from "../frontend.ts";
import type { HandedIn } from "./parameter-file.ts";

/** A stack lives in one account and region, which are the deployment's: a template names neither. Its tags go to all that is in it. */
export function providerOf(document: string, given: Given, handedIn: HandedIn): ProviderScope {
  const at = { document, pointer: "" };
  const tags = new Map([...(given.tags ?? []), ...handedIn.tags]);
  return { name: "aws", key: keyOf(given), settings: settingsOf(given, pairs(tags, at), at) };
}

/** Of a nested stack: where its parent is, with the tags of that and of the resource that deploys it. */
export function providerOfNested(parent: ProviderScope, given: Given, tags: Tree): ProviderScope {
  const { at } = parent.settings;
  const inherited = parent.settings.kind === "map" ? parent.settings.get("default_tags") : absent(at);
  const above = inherited.kind === "map" ? elements(inherited.get("tags")) : [];
  return { ...parent, settings: settingsOf(given, [...above, ...elements(tags)], at) };
}

/** Stacks of one account and region have one key. */
function keyOf({ account, region }: Given): string {
  if (account === undefined && region === undefined) return "stack";
  return `aws://${account ?? "unknown-account"}/${region ?? "unknown-region"}`;
}

function pairs(tags: ReadonlyMap<string, string>, at: SourceLocation): readonly Tree[] {
  return [...tags].map(([Key, Value]) => jsonTree({ Key, Value }, at));
}

/** In the words of the provider of Terraform. */
function settingsOf({ account, region }: Given, tags: readonly Tree[], at: SourceLocation): Tree {
  return mapOf(
    {
      ...(account !== undefined && { allowed_account_ids: jsonTree([account], at) }),
      ...(region !== undefined && { region: jsonTree(region, at) }),
      ...(tags.length > 0 && { default_tags: mapOf({ tags: { kind: "list", items: tags, at } }, at) }),
    },
    at,
  );
}

function mapOf(parts: Readonly<Record<string, Tree>>, at: SourceLocation): MapTree {
  return { kind: "map", at, keys: () => Object.keys(parts), get: (key) => parts[key] ?? absent(inside(at, key)) };
}
