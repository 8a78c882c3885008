import { SecretIndex } from "./secret-index.ts";

/** Hides every secret of the documents wherever it appears in what will be printed, also inside other strings. */
export function redact<T>(value: T, secrets: ReadonlySet<string>): T {
  if (secrets.size === 0) return value;
  const index = new SecretIndex(secrets);
  return map(
    value,
    remembering((text) => (secrets.has(text) ? hidden : hideIn(text, index))),
  ) as T;
}

/** A report says the same words again and again. */
function remembering(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? change(text);
    known.set(text, found);
    return found;
  };
}

const hidden = "(sensitive)";

function hideIn(text: string, secrets: SecretIndex): string {
  let shown = "";
  let from = 0;
  for (let at = secrets.next(text, 0); at < text.length; at = secrets.next(text, at)) {
    const secret = secrets.at(text, at);
    if (secret === undefined) at++;
    else {
      shown += text.slice(from, at) + hidden;
      at += secret.length;
      from = at;
    }
  }
  return from === 0 ? text : shown + text.slice(from);
}

/** A value with its strings changed; what stays as it is, is not copied. */
function map(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => map(item, change));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [map(key, change), map(item, change)]));
  if (value instanceof Set) return new Set([...value].map((item) => map(item, change)));
  return mapObject(value as Readonly<Record<string, unknown>>, change);
}

function mapObject(value: Readonly<Record<string, unknown>>, change: (text: string) => string): unknown {
  const keys = Object.keys(value);
  const items = keys.map((key) => map(value[key], change));
  const isSame = keys.every((key, i) => items[i] === value[key] && keyOf(key, change) === key);
  return isSame ? value : Object.fromEntries(keys.map((key, i) => [keyOf(key, change), items[i]]));
}

/** The names of our own properties are plain words, and part of the format; what else is a key may come from a plan, such as that of a tag. */
function keyOf(key: string, change: (text: string) => string): string {
  return /^[a-zA-Z]+$/.test(key) ? key : change(key);
}
