import type { ResourceChange } from "#model/plan.ts";
import { wholeText } from "#model/text.ts";
import { field, type Tree, textOf } from "#model/tree.ts";
import { type PlaceKind, type SecretPlace, secretPlaces } from "../data/secret-places.ts";
import { secretPlacesInTemplates } from "../data/secret-places-in-templates.ts";
import type { Linking } from "../link/linking.ts";
import { literal, type Resource } from "../link/resource.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import { type FoundSecret, secretsAt } from "./find.ts";
import { looksLikeSecretKey, secretForm } from "./forms.ts";

/** Whether resources of a type have a place where secrets belong, or end up. */
export function holdsSecrets(type: string): boolean {
  return secretPlaces.has(type) || secretPlacesInTemplates.has(type);
}

/** Adds the secrets that stand in a resource. */
export function addSecrets(resource: Resource, linking: Linking): void {
  const { change } = resource;
  const isTemplate = change.dialect === "cloudformation";
  const places = isTemplate ? secretPlacesInTemplates.get(change.type) : secretPlaces.get(resource.typeKey);
  if (places === undefined || change.mode !== "managed") return;
  const { spelledOut } = change;
  const values = isTemplate ? asWritten(change, linking.graph.moment) : resource.values;
  const ask = spelledOut ?? (() => "unknown" as const);
  const found = places.flatMap((place) => secretsAt(values, { ...place, kind: kindAt(place, resource) }, ask));
  if (found.length > 0)
    add(resource.change, found, linking, { tags: tagsOf(resource), ...linking.world.accountFacts(resource) });
}

/** The values of a moment in CloudFormation's own words. */
function asWritten({ before, after }: ResourceChange, moment: "before" | "after"): Tree {
  return moment === "before" ? before : after;
}

/** A parameter that is not encrypted is no store of secrets; it may hold one all the same. */
function kindAt({ kind }: SecretPlace, resource: Resource): PlaceKind {
  if (kind !== "stored" || resource.typeKey !== "aws_ssm_parameter") return kind;
  const type = literal(resource, "type");
  return type === "String" || type === "StringList" ? "value" : kind;
}

function add(
  change: ResourceChange,
  found: readonly FoundSecret[],
  { graph }: Linking,
  facts: Pick<Parameters<Linking["graph"]["subject"]>[2], "tags" | "account" | "accountUnread">,
): void {
  const subject = graph.subject(change, "aws", { id: `${change.address}#secrets`, name: [], ...facts });
  const values = found.flatMap(({ value }) => value ?? []);
  graph.addSecretBearer({ ...subject, kind: "resource", secrets: found.map(({ secret }) => secret) }, values);
}

/** Settings of a provider that let whoever reads them in. */
const settings = [
  ["access_key", "an access key"],
  ["secret_key", "a secret key"],
  ["token", "a session token"],
] as const;

/** Adds the keys that stand in the configuration of providers. A plan has no configuration of before: what stands there now is new as far as it tells. */
export function addProviderSecrets(linking: Linking): void {
  const seen = new Set<string>();
  for (const { change } of linking.graph.moment === "before" ? [] : linking.world.resources) {
    const { key } = change.scope.provider;
    if (seen.has(key)) continue;
    seen.add(key);
    const found = settings.flatMap(([name, what]) => settingOf(change, name, what));
    if (found.length > 0)
      add({ ...change, address: `provider ${key}`, mode: "managed" }, found, linking, { tags: untaggable });
  }
}

/** A reference is not spelled out; for tests people write keys that are none. */
function settingOf(change: ResourceChange, name: string, what: string): readonly FoundSecret[] {
  const tree = field(change.scope.provider.settings, name);
  const text = textOf(tree);
  const value = text === undefined ? undefined : wholeText(text);
  if (value?.known !== true || !isReal(value.value, name)) return [];
  const secret = { place: `setting ${name}`, told: "form", what, spelledOut: "yes", waits: [], at: tree.at } as const;
  return [{ secret, value: value.value }];
}

function isReal(value: string, name: string): boolean {
  if (name === "secret_key") return looksLikeSecretKey(value);
  return name === "token" ? value.length > 100 : secretForm(value) !== undefined;
}
