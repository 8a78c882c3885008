import type { Claim } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { Tags } from "#model/tags.ts";
import { type Text, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { list } from "./words.ts";

/** Whether something is said about an identity: said, said by a value that is not known yet, or surely not. */
export type Said =
  | { readonly kind: "said"; readonly key: string; readonly value: string }
  | { readonly kind: "hidden"; readonly because: string; readonly hole: Hole }
  | { readonly kind: "unsaid"; readonly because: string };

/** What tags say under one of some keys; letter case, `-` and `_` are the same. `reject` tells why a value says nothing. */
export function saidByTags(
  tags: Tags,
  keys: readonly string[],
  reject: (value: string) => string | undefined = blank,
): Said {
  const wanted = new Set(keys.map(spelling));
  const [first, ...others] = [...tags.entries]
    .filter(([key]) => wanted.has(spelling(key)))
    .map(([key, text]) => saidBy(`tag ${key}`, text, reject));
  const hidden: readonly Said[] =
    tags.unread === undefined ? [] : [{ kind: "hidden", because: "its tags are not known yet", hole: tags.unread }];
  const [rest = { kind: "unsaid", because: without(tags) }] = hidden;
  return first === undefined ? rest : firstThatSays([first, ...others, ...hidden]);
}

/** What one text says. */
export function saidBy(key: string, text: Text, reject: (value: string) => string | undefined = blank): Said {
  const value = wholeText(text);
  if (!value.known) return { kind: "hidden", because: `${key} is not known yet`, hole: value.hole };
  const fault = reject(value.value);
  return fault === undefined
    ? { kind: "said", key, value: value.value }
    : { kind: "unsaid", because: `${key} ${fault}` };
}

/** Of several places the one that says it; else the one that may. */
export function firstThatSays(places: readonly [Said, ...Said[]]): Said {
  const hidden = places.find((one) => one.kind === "hidden");
  return places.find((one) => one.kind === "said") ?? hidden ?? places[0];
}

function blank(value: string): string | undefined {
  return value.trim() === "" ? "is empty" : undefined;
}

/** The truth of a claim that it is not said, and what it waits for. */
export function missing(said: Exclude<Said, { kind: "said" }>): Pick<Claim, "holds" | "waits"> {
  return said.kind === "hidden" ? { holds: "unknown", waits: [said.hole] } : { holds: "yes" };
}

function without({ entries }: Tags): string {
  return entries.size === 0 ? "it has no tags" : `its tags are ${list([...entries.keys()].sort())}`;
}

function spelling(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, "");
}

/** Where tags are set for all that is deployed together. */
export function orForAll({ type }: Identity): string {
  return type.startsWith("AWS::") ? "or on the stack" : "or in the provider's default_tags";
}
