/** A resource address, taken apart: `module.a["x"].data.aws_iam_role.ci[0]`. */
export interface Address {
  /** The modules on the way as written: `module.a["x"]`; empty in the root. */
  readonly module: string;
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

/** A key of `for_each` or an index of `count`. */
export type Key = string | number | undefined;

/**
 * A name in an address, with the key in brackets behind it. Further brackets, as in `a[0][1]`, make steps without a
 * name.
 */
export interface Step {
  readonly name: string;
  readonly key: Key;
  /** Where its name ends in the text. */
  readonly nameEnd: number;
  /** Where the step ends in the text. */
  readonly end: number;
}

/**
 * Takes an address or a reference apart. Keys may contain dots, brackets and escaped quotes.
 * Undefined for what has too few names for a resource (`module.m.out`).
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
  const own = all.slice(at, at + lengthOf(all[at]));
  const last = own.at(-1);
  if (last === undefined || own.length < lengthOf(own[0]) || own.some((one) => one.name === "")) return undefined;
  return {
    module: text.slice(0, modules.at(-1)?.end ?? 0),
    modules: modules.map((step) => step.name),
    moduleKeys: modules.map((step) => step.key),
    relative: own.map((step) => step.name).join("."),
    key: last.key,
    rest: text.slice(last.end).replace(/^\./, ""),
  };
}

/** `data.TYPE.NAME` has three steps, `TYPE.NAME` two. */
function lengthOf(first: Step | undefined): number {
  return first?.name === "data" || first?.name === "ephemeral" ? 3 : 2;
}

/** The steps of an address or a reference. */
export function steps(text: string): readonly Step[] {
  const found: Step[] = [];
  for (let at = 0; at < text.length; ) {
    const nameEnd = endOfName(text, at);
    const bracketed = text[nameEnd] === "[";
    const end = bracketed ? endOfBrackets(text, nameEnd) : nameEnd;
    found.push({
      name: text.slice(at, nameEnd),
      key: bracketed ? keyOf(text.slice(nameEnd + 1, end - 1)) : undefined,
      nameEnd,
      end,
    });
    at = text[end] === "." ? end + 1 : end;
  }
  return found;
}

/** The beginnings of a reference that name something by themselves: `a.b["k"].c` has `a.b["k"]`, `a.b` and `a`. */
export function beginnings(text: string): readonly string[] {
  const found: string[] = [];
  for (const step of steps(text)) {
    for (const end of new Set([step.nameEnd, step.end])) if (end < text.length) found.push(text.slice(0, end));
  }
  return found;
}

const dot = ".".charCodeAt(0);
const openBracket = "[".charCodeAt(0);

function endOfName(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === dot || unit === openBracket) return at;
  }
  return text.length;
}

/** The place behind the closing bracket; quotes protect what is inside them. */
function endOfBrackets(text: string, from: number): number {
  let quoted = false;
  for (let at = from + 1; at < text.length; at++) {
    if (quoted && text[at] === "\\") at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === "]") return at + 1;
  }
  return text.length;
}

/**
 * A number, or a string as HCL quotes it, which doubles the signs before braces; anything else (`*` of a deferred
 * instance) stays as it is.
 */
function keyOf(inner: string): Key {
  if (/^-?\d+$/.test(inner)) return Number(inner);
  return inner.startsWith('"') ? unquoted(inner) : inner;
}

function unquoted(inner: string): string {
  try {
    const value: unknown = JSON.parse(inner);
    return typeof value === "string" ? value.replaceAll("$${", "${").replaceAll("%%{", "%{") : inner;
  } catch {
    return inner;
  }
}
