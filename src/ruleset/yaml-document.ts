import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type ScalarTag,
  visit,
} from "yaml";
import type { Path } from "./layer.ts";
import { type Mistake, type Place, quoted } from "./mistake.ts";

/** A ruleset's text as plain values, with the place of each of them. */
export interface YamlDocument {
  readonly value: unknown;
  readonly mistakes: readonly Mistake[];
  /** Where a value stands. */
  readonly place: (path: Path) => Place;
  /** Where the key of a value stands. */
  keyPlace(path: Path): Place;
}

/** 2 MB of rules are no ruleset. */
const largest = 2_000_000;

/**
 * Only what is surely meant as a number, a truth value or nothing becomes one; the rest stays the text that it was written as. So `012345678901`, an account's
 * id, keeps its zero, and `2027-01-31` stays a date to be checked.
 */
const scalars: readonly ScalarTag[] = [
  {
    tag: "tag:yaml.org,2002:null",
    default: true,
    test: /^(?:~|null)?$/,
    identify: (value) => value === null,
    resolve: () => null,
  },
  {
    tag: "tag:yaml.org,2002:bool",
    default: true,
    test: /^(?:true|false)$/,
    identify: (value) => typeof value === "boolean",
    resolve: (text) => text === "true",
  },
  {
    tag: "tag:yaml.org,2002:int",
    default: true,
    test: /^(?:0|-?[1-9]\d{0,8})$/,
    identify: (value) => typeof value === "number",
    resolve: (text) => Number(text),
  },
];

/** Reads YAML 1.2 (so JSON as well). What is not YAML is a mistake, not an error. */
export function readYaml(file: string, text: string): YamlDocument {
  const top: Place = { file, line: 1, column: 1 };
  const unreadable = (message: string): YamlDocument => ({
    value: undefined,
    mistakes: [{ place: top, message }],
    place: () => top,
    keyPlace: () => top,
  });
  if (text.length > largest) return unreadable(`a ruleset of more than ${largest / 1_000_000} MB is not read`);
  try {
    return parse(file, text);
  } catch (error) {
    if (error instanceof RangeError) return unreadable("it is nested too deeply");
    if (error instanceof ReferenceError)
      return unreadable("its aliases cannot be resolved, or there are too many of them");
    throw error;
  }
}

function parse(file: string, text: string): YamlDocument {
  const lines = new LineCounter();
  // Keys are compared by `unusableKeys`: the library takes quadratic time.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    schema: "failsafe",
    customTags: (tags) => [...tags, ...scalars],
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = [...document.errors, ...document.warnings].map((one) => ({
    place: placeAt(one.pos[0]),
    message: `this is not YAML: ${one.message}`,
  }));
  const mistakes = [...syntax, ...unusableKeys(document, placeAt)];
  return {
    value: syntax.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
    mistakes,
    place: (path) => placeAt(offsetOf(find(document, path).value)),
    keyPlace: (path) => placeAt(offsetOf(find(document, path).key)),
  };
}

/** Keys that are written twice, and the one that objects of JavaScript take for something else. */
function unusableKeys(document: Document, placeAt: (offset: number) => Place): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Map(_, map) {
      const first = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (name === "__proto__")
          mistakes.push({ place: placeAt(offsetOf(key)), message: `${quoted(name)} cannot be a key` });
        const earlier = first.get(name);
        if (earlier === undefined) first.set(name, offsetOf(key));
        else
          mistakes.push({
            place: placeAt(offsetOf(key)),
            message: `${quoted(name)} is written twice: the first is on line ${placeAt(earlier).line}`,
          });
      }
    },
  });
  return mistakes;
}

interface Found {
  readonly key: unknown;
  readonly value: unknown;
}

/** The node at a path, or the nearest one above it that exists. */
function find(document: Document, path: Path): Found {
  let found: Found = { key: document.contents, value: document.contents };
  for (const step of path) {
    const next = child(document, found.value, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function child(document: Document, parent: unknown, step: PropertyKey): Found | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { key: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair === undefined ? undefined : { key: pair.key, value: pair.value ?? pair.key };
}

function offsetOf(node: unknown): number {
  return isNode(node) && node.range ? node.range[0] : 0;
}
