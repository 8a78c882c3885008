/** A resource address, taken apart: `module.a["x"].data.aws_iam_role.ci[0]`. */
export interface Address {
  /** Names of the modules on the way, outermost first. */
  readonly modules: readonly string[];
  /** The instance key of each module; undefined where it has none. */
  readonly moduleKeys: readonly Key[];
  /** The address inside its module, without keys: `data.aws_iam_role.ci`. */
  readonly relative: string;
  /** The instance key of the resource. */
  readonly key: Key;
  /** What follows the resource, e.g. an attribute: `arn`, `role[0].name`; empty in an address. */
  readonly rest: string;
}

export type Key = string | number | undefined;

interface Step {
  readonly name: string;
  readonly key: Key;
  /** Where the step ends in the text. */
  readonly end: number;
}

/**
 * Takes an address or a reference apart. Keys may contain dots, brackets and escaped quotes: they are JSON strings.
 * Undefined for what does not name a resource (`var.x`, `module.m.out`).
 * https://developer.hashicorp.com/terraform/cli/state/resource-addressing
 */
export function parseAddress(text: string): Address | undefined {
  const all = steps(text);
  const modules: Step[] = [];
  let at = 0;
  for (; all[at]?.name === "module"; at += 2) {
    const step = all[at + 1];
    if (step === undefined) return undefined;
    modules.push(step);
  }
  const length = all[at]?.name === "data" || all[at]?.name === "ephemeral" ? 3 : 2;
  const own = all.slice(at, at + length);
  const last = own.at(-1);
  if (own.length < length || last === undefined) return undefined;
  return {
    modules: modules.map((step) => step.name),
    moduleKeys: modules.map((step) => step.key),
    relative: own.map((step) => step.name).join("."),
    key: last.key,
    rest: text.slice(last.end).replace(/^\./, ""),
  };
}

/** The steps of an address: names between dots, each with the key in brackets behind it. */
export function steps(text: string): readonly Step[] {
  const found: Step[] = [];
  let at = 0;
  while (at < text.length) {
    const nameEnd = endOfName(text, at);
    const { key, end } = readKey(text, nameEnd);
    found.push({ name: text.slice(at, nameEnd), key, end });
    at = text[end] === "." ? end + 1 : end;
    if (at === end && end < text.length && text[end] !== "[") break;
    if (text[at] === "[") at = skipBrackets(text, at);
  }
  return found;
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "." && text[at] !== "[") at++;
  return at;
}

function readKey(text: string, from: number): { key: Key; end: number } {
  if (text[from] !== "[") return { key: undefined, end: from };
  const end = skipBrackets(text, from);
  const inner = text.slice(from + 1, end - 1);
  return { key: /^\d+$/.test(inner) ? Number(inner) : unquoted(inner), end };
}

function unquoted(inner: string): Key {
  if (!inner.startsWith('"')) return inner;
  try {
    const value: unknown = JSON.parse(inner);
    return typeof value === "string" ? value : inner;
  } catch {
    return inner;
  }
}

/** The place behind the closing bracket; quotes protect what is inside them. */
function skipBrackets(text: string, from: number): number {
  let quoted = false;
  for (let at = from + 1; at < text.length; at++) {
    if (quoted && text[at] === "\\") at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === "]") return at + 1;
  }
  return text.length;
}
