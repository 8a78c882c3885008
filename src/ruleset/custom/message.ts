import type { NodeId } from "#model/node.ts";
import { fieldOf, parseField } from "./field.ts";
import type { Links } from "./links.ts";
import { readField } from "./read-field.ts";
import { labelOf, showValue, showValues } from "./words.ts";

/** Words in a message that are no fields: whom the finding is about, and what of it. */
export const messageWords = ["identity", "subject", "holder", "value"] as const;

/** What stands in braces in a message. */
export function placeholders(message: string): readonly string[] {
  return [...message.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => (name ?? "").trim());
}

/** A message with what its braces mean for a thing. */
export function fillMessage(message: string, thing: unknown, subject: NodeId, links: Links): string {
  return message.replace(/\{([^{}]*)\}/g, (_, name: string) => filled(name.trim(), thing, subject, links));
}

function filled(name: string, thing: unknown, subject: NodeId, links: Links): string {
  if (name === "value") return labelOf(thing, links);
  if (messageWords.some((word) => word === name)) return subjectName(subject, links);
  return parseField(name) === undefined ? `{${name}}` : showValues(readField(thing, fieldOf(name), links));
}

/** A subject for people: `role ci`, `policy deploy`; by its address where its name is not known. */
function subjectName(id: NodeId, links: Links): string {
  const thing = links.find("holder", id) ?? links.find("attachment", id);
  if (thing === undefined) return id;
  const { kind, name, address, origin } = thing;
  const word = origin !== undefined ? "policy" : typeof kind === "string" && "presence" in thing ? kind : "attachment";
  return `${word} ${typeof name === "string" && name !== "" ? name : showValue(address)}`;
}
