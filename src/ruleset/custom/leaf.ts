import type { DocumentHole } from "#model/graph-document.ts";

/** A value that a field of the graph document leads to. */
export type Leaf =
  | { readonly kind: "scalar"; readonly text: string; readonly anyCase: boolean }
  /** A text of which parts are not known yet. */
  | { readonly kind: "partly"; readonly parts: readonly (string | DocumentHole)[]; readonly anyCase: boolean }
  | { readonly kind: "hole"; readonly hole: DocumentHole }
  /** A list or a map. */
  | { readonly kind: "thing"; readonly empty: boolean };

/** What a field holds. */
export interface Values {
  readonly leaves: readonly Leaf[];
  /** Set when there may be further values that nobody can read yet. */
  readonly more: readonly DocumentHole[];
  /** Whether the field means each item of a list (`[*]`), so that there may be any number of values. */
  readonly many: boolean;
}

export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isHole(value: unknown): value is DocumentHole {
  return isJson(value) && typeof value.reason === "string" && Array.isArray(value.waitsFor);
}

interface WithHoles {
  readonly shown: string;
  readonly parts: readonly (string | DocumentHole)[];
}

export function isText(value: unknown): value is WithHoles {
  return isJson(value) && typeof value.shown === "string" && Array.isArray(value.parts);
}

/** The hole of a text of which nothing is known. */
export function wholeHole(value: unknown): DocumentHole | undefined {
  if (isHole(value)) return value;
  const [only, ...rest] = isText(value) ? value.parts : [];
  return rest.length > 0 || only === undefined || typeof only === "string" || only.predicted !== undefined
    ? undefined
    : only;
}

/** A value of the document as a leaf; nothing for null. What is certain by construction counts as known. `anyCase`: whether the cloud compares it without letter case. */
export function leafOf(value: unknown, anyCase: boolean): readonly Leaf[] {
  if (value === null || value === undefined) return [];
  const hole = wholeHole(value);
  if (hole !== undefined) return [{ kind: "hole", hole }];
  if (isText(value)) return [textLeaf(value, anyCase)];
  if (typeof value !== "object") return [{ kind: "scalar", text: spelled(value), anyCase }];
  return [{ kind: "thing", empty: Object.keys(value).length === 0 }];
}

/** Numbers and truth values count as their spelling. */
export function spelled(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function textLeaf(text: WithHoles, anyCase: boolean): Leaf {
  const parts = text.parts.map((part) => (typeof part === "string" ? part : (part.predicted ?? part)));
  return parts.every((part) => typeof part === "string")
    ? { kind: "scalar", text: parts.join(""), anyCase }
    : { kind: "partly", parts, anyCase };
}

/** What a value waits for. */
export function holesOf({ leaves, more }: Values): readonly DocumentHole[] {
  return [...leaves.flatMap(holesOfLeaf), ...more];
}

function holesOfLeaf(leaf: Leaf): readonly DocumentHole[] {
  if (leaf.kind === "hole") return [leaf.hole];
  return leaf.kind === "partly" ? leaf.parts.filter((part) => typeof part !== "string") : [];
}
