/** Below this length a secret is only hidden where it stands alone: hiding every "a" would hide nothing and spoil everything. */
const shortest = 4;

/** Hides every secret of the documents wherever it appears in what will be printed, also inside other strings. */
export function redact<T>(value: T, secrets: ReadonlySet<string>): T {
  if (secrets.size === 0) return value;
  const long = [...secrets].filter((one) => one.length >= shortest).sort((a, b) => b.length - a.length);
  const pattern = long.length === 0 ? undefined : new RegExp(long.map(escapePattern).join("|"), "g");
  return map(value, (text) =>
    secrets.has(text) ? hidden : pattern === undefined ? text : text.replace(pattern, hidden),
  ) as T;
}

const hidden = "(sensitive)";

function map(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => map(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item, change)]));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
