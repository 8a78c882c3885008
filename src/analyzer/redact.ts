import { SecretIndex, shortest } from "./secret-index.ts";

/** Hides every secret of the documents wherever it appears in what will be printed, also inside other strings. */
export function redact<T>(value: T, secrets: ReadonlySet<string>): T {
  if (secrets.size === 0) return value;
  const index = new SecretIndex(secrets);
  return map(value, (text) => (secrets.has(text) ? hidden : hideIn(text, index))) as T;
}

const hidden = "(sensitive)";

function hideIn(text: string, secrets: SecretIndex): string {
  let shown = "";
  let from = 0;
  for (let at = 0; at + shortest <= text.length; ) {
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
  let isSame = true;
  const entries = Object.entries(value).map(([key, item]) => {
    const changed = [keyOf(key, change), map(item, change)] as const;
    isSame &&= changed[0] === key && changed[1] === item;
    return changed;
  });
  return isSame ? value : Object.fromEntries(entries);
}

/** The names of our own properties are plain words, and part of the format; what else is a key may come from a plan, such as that of a tag. */
function keyOf(key: string, change: (text: string) => string): string {
  return /^[a-zA-Z]+$/.test(key) ? key : change(key);
}
