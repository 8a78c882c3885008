/** Below this length a secret is only hidden where it stands alone: hiding every "a" would hide nothing and spoil everything. */
const shortest = 4;

/** Hides every secret of the documents wherever it appears in what will be printed, also inside other strings. */
export function redact<T>(value: T, secrets: ReadonlySet<string>): T {
  if (secrets.size === 0) return value;
  const long = byBeginning([...secrets].filter((one) => one.length >= shortest));
  return map(value, (text) => (secrets.has(text) ? hidden : hideIn(text, long))) as T;
}

const hidden = "(sensitive)";

type ByBeginning = ReadonlyMap<string, readonly string[]>;

/** Secrets by their first letters, the longest first. There may be as many as a plan has values, and each may be as long as the plan. */
function byBeginning(secrets: readonly string[]): ByBeginning {
  const found = new Map<string, string[]>();
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    const beginning = secret.slice(0, shortest);
    const group = found.get(beginning);
    if (group === undefined) found.set(beginning, [secret]);
    else group.push(secret);
  }
  return found;
}

function hideIn(text: string, secrets: ByBeginning): string {
  let shown = "";
  let from = 0;
  for (let at = 0; at + shortest <= text.length; ) {
    const secret = secrets.get(text.slice(at, at + shortest))?.find((one) => text.startsWith(one, at));
    if (secret === undefined) at++;
    else {
      shown += text.slice(from, at) + hidden;
      at += secret.length;
      from = at;
    }
  }
  return shown + text.slice(from);
}

function map(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => map(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [keyOf(key, change), map(item, change)]));
}

/** The names of our own properties are plain words, and part of the format; what else is a key may come from a plan, such as that of a tag. */
function keyOf(key: string, change: (text: string) => string): string {
  return /^[a-zA-Z]+$/.test(key) ? key : change(key);
}
