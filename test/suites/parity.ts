/** What a graph says, as plain values: see `formOf`. Lists are sets. */
export type Form = string | readonly Form[] | { readonly [key: string]: Form };

/** Stands for what is not known: a whole value, a part of a text, or, in a list, items that there may be besides. */
export const unknownMark = "<unknown>";

/**
 * How one format's graph differs from what the scenario holds for true. `less`: not known in this format. `more`: known here and not in the scenario.
 * The others contradict it.
 */
export interface Difference {
  readonly kind: "less" | "more" | "other" | "missing" | "extra";
  readonly path: string;
  readonly expected?: Form;
  readonly actual?: Form;
}

/** What keeps a format from giving the same graph or a less known one; `lessKnown` are the paths where it is allowed to know less. */
export function disparities(expected: Form, actual: Form, lessKnown: readonly string[]): readonly string[] {
  const found = compare(expected, actual, "");
  const less = new Set(found.filter((one) => one.kind === "less").map((one) => one.path));
  const listed = new Set(lessKnown);
  return [
    ...found.filter((one) => one.kind !== "less" || !listed.has(one.path)).map(sentence),
    ...lessKnown.filter((path) => !less.has(path)).map((path) => `${path}: listed as less known, and it is not`),
  ];
}

function sentence({ kind, path, expected, actual }: Difference): string {
  const [wanted, given] = [JSON.stringify(expected), JSON.stringify(actual)];
  switch (kind) {
    case "less":
      return `${path}: not known here, and not listed as such: ${wanted}`;
    case "more":
      return `${path}: known here, and not in graph.json: ${given}`;
    case "missing":
      return `${path}: missing: ${wanted}`;
    case "extra":
      return `${path}: not in graph.json: ${given}`;
    case "other":
      return `${path}: ${wanted} in graph.json, ${given} here`;
  }
}

export function compare(expected: Form, actual: Form, path: string): readonly Difference[] {
  if (actual === unknownMark && expected !== unknownMark) return [{ kind: "less", path, expected, actual }];
  if (expected === unknownMark && actual !== unknownMark) return [{ kind: "more", path, expected, actual }];
  if (isList(expected) && isList(actual)) return compareSets(expected, actual, path);
  if (isRecord(expected) && isRecord(actual)) return compareRecords(expected, actual, path);
  if (typeof expected !== "string" || typeof actual !== "string") return [{ kind: "other", path, expected, actual }];
  if (expected === actual) return [];
  if (mayBe(actual, expected)) return [{ kind: "less", path, expected, actual }];
  return [{ kind: mayBe(expected, actual) ? "more" : "other", path, expected, actual }];
}

/** Whether a text with unknown parts may turn out to be the other. */
function mayBe(text: string, other: string): boolean {
  if (!text.includes(unknownMark)) return false;
  const pieces = text.split(unknownMark).map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
  return new RegExp(`^${pieces.join("[^]*")}$`).test(other);
}

function compareRecords(expected: Fields, actual: Fields, path: string): readonly Difference[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return keys.flatMap((key): readonly Difference[] => {
    const [wanted, given] = [expected[key], actual[key]];
    const at = path === "" ? key : `${path}/${key}`;
    if (wanted === undefined) return given === undefined ? [] : [{ kind: "extra", path: at, actual: given }];
    if (given === undefined) return [{ kind: "missing", path: at, expected: wanted }];
    return compare(wanted, given, at);
  });
}

/** Items are paired so that they differ least. An unknown mark among the items of one side answers for what the other has besides. */
function compareSets(expected: readonly Form[], actual: readonly Form[], path: string): readonly Difference[] {
  const rest = actual.filter((one) => one !== unknownMark);
  const found: Difference[] = [];
  let wanted = itemsOf(expected, path);
  for (const fits of [isEqual, isLessKnown, isSameName]) wanted = pairUp(wanted, rest, fits, found);
  const [mayLack, mayHave] = [actual.includes(unknownMark), expected.includes(unknownMark)];
  if (mayLack && (wanted.length > 0 || !mayHave)) found.push({ kind: "less", path, expected, actual });
  else found.push(...wanted.map((one): Difference => ({ kind: "missing", path: one.path, expected: one.form })));
  if (mayHave && (rest.length > 0 || !mayLack)) found.push({ kind: "more", path, expected, actual });
  else found.push(...rest.map((one): Difference => ({ kind: "extra", path, actual: one })));
  return found;
}

interface Item {
  readonly form: Form;
  readonly path: string;
}

/** The known items of a list; the path of one goes by its name or Sid, else by its position in graph.json. */
function itemsOf(forms: readonly Form[], path: string): readonly Item[] {
  return forms
    .filter((one) => one !== unknownMark)
    .map((form, i) => ({ form, path: `${path}/${nameIn(form) ?? String(i)}` }));
}

type Fits = (differences: readonly Difference[], wanted: Form, given: Form) => boolean;

const isEqual: Fits = (differences) => differences.length === 0;
const isLessKnown: Fits = (differences) => differences.every((one) => one.kind === "less");
const isSameName: Fits = (_, wanted, given) => nameIn(wanted) !== undefined && nameIn(wanted) === nameIn(given);

/** Takes from `rest` the first that fits each item, and gives back the items that none fits. */
function pairUp(wanted: readonly Item[], rest: Form[], fits: Fits, found: Difference[]): readonly Item[] {
  return wanted.filter((one) => {
    const at = rest.findIndex((given) => fits(compare(one.form, given, one.path), one.form, given));
    const [given] = at < 0 ? [] : rest.splice(at, 1);
    if (given !== undefined) found.push(...compare(one.form, given, one.path));
    return given === undefined;
  });
}

export type Fields = { readonly [key: string]: Form };

function nameIn(form: Form): string | undefined {
  const name = isRecord(form) ? (form.name ?? form.sid) : undefined;
  return typeof name === "string" ? name : undefined;
}

function isList(form: Form): form is readonly Form[] {
  return Array.isArray(form);
}

function isRecord(form: Form): form is Fields {
  return typeof form === "object" && !isList(form);
}
