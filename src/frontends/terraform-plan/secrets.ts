import { isRecord } from "#model/json-tree.ts";
import { at, recordAt } from "../json/shape.ts";
import { own } from "./masks.ts";

/**
 * Collects the strings that a plan marks as sensitive. The marks do not pass through a provider: a secret that goes
 * through a policy document comes out unmarked, so it is hidden by its value wherever it turns up.
 */
export class Secrets {
  readonly found = new Set<string>();

  /** Adds what is marked in a record of a change or of a state. */
  record(record: unknown): void {
    this.change(at(record, "change"));
    this.marked(at(record, "values"), at(record, "sensitive_values"));
  }

  change(change: unknown): void {
    this.marked(at(change, "before"), at(change, "before_sensitive"));
    this.marked(at(change, "after"), at(change, "after_sensitive"));
  }

  /**
   * Adds what a mask of `true`s marks in a value. A document inside is hidden as a whole: its words are everybody's.
   */
  marked(value: unknown, mask: unknown): void {
    if (mask === true) this.#leaves(value, false);
    else if (Array.isArray(mask)) {
      if (Array.isArray(value)) for (const [i, one] of mask.entries()) this.marked(value[i], one);
    } else if (isRecord(mask) && isRecord(value)) {
      for (const key of Object.keys(mask)) this.marked(own(value, key), mask[key]);
    }
  }

  /**
   * Adds the values of the root variables that are declared sensitive, and what stands in a JSON document inside one of
   * them.
   */
  variables(values: unknown, declarations: unknown): void {
    for (const [name, declaration] of Object.entries(recordAt(declarations) ?? {})) {
      if (at(declaration, "sensitive") !== true) continue;
      this.#leaves(at(values, name, "value"), true);
      this.#leaves(at(declaration, "default"), true);
    }
  }

  /** Adds the values of outputs that are declared sensitive: `{ name: { sensitive, value } }`. */
  outputs(outputs: unknown): void {
    for (const output of Object.values(recordAt(outputs) ?? {}))
      if (at(output, "sensitive") === true) this.#leaves(at(output, "value"), false);
  }

  #leaves(value: unknown, insideDocuments: boolean): void {
    if (typeof value === "string") this.#text(value, insideDocuments);
    else if (typeof value === "number") this.found.add(String(value));
    else if (Array.isArray(value)) for (const item of value) this.#leaves(item, insideDocuments);
    else if (isRecord(value)) for (const item of Object.values(value)) this.#leaves(item, insideDocuments);
  }

  #text(value: string, insideDocuments: boolean): void {
    if (value === "") return;
    this.found.add(value);
    if (!insideDocuments || !/^\s*[[{]/.test(value)) return;
    const document = parsed(value);
    if (!isPolicy(document)) this.#documentLeaves(document);
  }

  /** Short words in a document say nothing, and hiding them everywhere would spoil the report. */
  #documentLeaves(document: unknown): void {
    const inner = new Secrets();
    inner.#leaves(document, false);
    for (const word of inner.found) if (word.length >= 4) this.found.add(word);
  }
}

/** A policy document holds words such as `Allow` and `s3:GetObject`, which are no secrets. */
function isPolicy(document: unknown): boolean {
  return isRecord(document) && Object.keys(document).some((key) => key.toLowerCase() === "statement");
}

/** A document inside a string; nesting that nobody could walk is refused. */
function parsed(text: string): unknown {
  if (depthIn(text) > 256) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function depthIn(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "}" || character === "]") depth--;
  }
  return deepest;
}
