import { isHole, isJson, isText, type Json, type Leaf, spelled, type Values } from "./leaf.ts";
import type { Links } from "./links.ts";

/** How many values a message names before it only counts. */
const most = 3;

/** A text or a hole for people, as reports show them: `${aws_kms_key.main.arn}`. */
export function showValue(value: unknown): string {
  if (isText(value)) return value.shown;
  if (isJson(value) && Array.isArray(value.waitsFor)) return `\${${value.waitsFor.join(", ") || "unknown"}}`;
  return value === undefined || typeof value === "object" ? "" : spelled(value);
}

/** The values of a field for people: `a, b, c and 4 more`; `nothing` where there is none. */
export function showValues({ leaves, more }: Values): string {
  const shown = [...new Set([...leaves.map(showLeaf), ...more.map(showValue)])].filter((one) => one !== "");
  if (shown.length === 0) return "nothing";
  const rest = shown.length - most;
  return rest > 0 ? `${shown.slice(0, most).join(", ")} and ${rest} more` : shown.join(", ");
}

function showLeaf(leaf: Leaf): string {
  switch (leaf.kind) {
    case "scalar":
      return leaf.text;
    case "partly":
      return leaf.parts.map((part) => (typeof part === "string" ? part : showValue(part))).join("");
    case "hole":
      return showValue(leaf.hole);
    case "thing":
      return leaf.empty ? "" : "something";
  }
}

/** What tells a thing from others of its subject, by what it says and never by its place: the `detail` of a finding. */
export function labelOf(thing: unknown, links: Links): string {
  if (!isJson(thing) || isText(thing)) return showValue(thing) || "it";
  const { statement } = thing;
  if (typeof statement === "string") return labelOf(links.find("statement", statement), links);
  const found = labels.map((label) => label(thing)).find((one) => one !== "");
  if (found === undefined && isHole(thing.hole)) return "not known";
  return found ?? (typeof thing.kind === "string" ? thing.kind : "it");
}

const labels: readonly ((thing: Json) => string)[] = [
  ({ key, operator }) => (key === undefined ? "" : `${String(operator)} ${showValue(key)}`),
  ({ origin, name }) => (origin === undefined ? "" : showValue(name)),
  ({ sid }) => (typeof sid === "string" ? sid : ""),
  (thing) => [principalsIn(thing), patternsIn(thing.actions)].filter((one) => one !== "").join(" "),
  ({ policyText }) => (policyText === undefined ? "" : showValue(policyText)),
  ({ groupText }) => (groupText === undefined ? "" : showValue(groupText)),
  ({ text }) => (text === undefined ? "" : showValue(text)),
];

function principalsIn({ principals }: Json): string {
  const list = isJson(principals) && Array.isArray(principals.principals) ? principals.principals : [];
  return list.map((one: unknown) => (isJson(one) ? showValue(one.text) : "")).join(",");
}

function patternsIn(set: unknown): string {
  return isJson(set) && Array.isArray(set.patterns) ? set.patterns.map(showValue).join(",") : "";
}
