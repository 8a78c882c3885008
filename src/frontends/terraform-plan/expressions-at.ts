import { isRecord } from "#model/json-tree.ts";
import { blocksOf, maxCompared } from "./blocks.ts";
import { isExpression } from "./expressions.ts";
import type { Path } from "./view.ts";

/** The expressions that make the value at a path inside a resource. */
export interface ExpressionsAt {
  readonly expressions: readonly unknown[];
  /** True when only some of them do, and nobody can tell which. */
  readonly several: boolean;
  /** True when the author set nothing there. */
  readonly unset: boolean;
  /** True when they make more than the value that was asked for. */
  readonly more: boolean;
}

const nothing: ExpressionsAt = { expressions: [], several: false, unset: false, more: false };

/**
 * Finds them. An attribute has one expression for all that it holds; blocks keep their structure. `values` is what the
 * plan knows of the resource: it tells which of several blocks is meant.
 */
export function expressionsAt(expressions: unknown, values: unknown, path: Path): ExpressionsAt {
  const [step, ...rest] = path;
  if (step === undefined) return { ...nothing, expressions: [expressions] };
  return isRecord(expressions) ? inBlock(expressions, values, step, rest) : nothing;
}

function inBlock(
  block: Readonly<Record<string, unknown>>,
  values: unknown,
  step: string | number,
  rest: Path,
): ExpressionsAt {
  const value = isRecord(values) && Object.hasOwn(values, step) ? values[step] : undefined;
  // A part of something that is not written here may come from a generated block, which the configuration does not
  // list.
  if (!Object.hasOwn(block, step)) return { ...nothing, unset: rest.length === 0 };
  const inner = block[step];
  if (Array.isArray(inner)) return inBlocks(inner, Array.isArray(value) ? value : [value], rest);
  return isExpression(inner)
    ? { ...nothing, expressions: [inner], more: rest.length > 0 }
    : expressionsAt(inner, value, rest);
}

function inBlocks(blocks: readonly unknown[], values: readonly unknown[], path: Path): ExpressionsAt {
  const [index, ...rest] = typeof path[0] === "number" ? path : [0, ...path];
  if (path.length === 0 || typeof index !== "number") return { ...nothing, expressions: blocks };
  if (blocks.length > maxCompared) return nothing;
  const candidates = blocksOf(blocks, values, index);
  const generated = blocks.length !== values.length;
  const found = candidates.map((block) => expressionsAt(block, values[index], rest));
  return {
    expressions: found.flatMap((one) => one.expressions),
    several: generated || candidates.length > 1 || found.some((one) => one.several),
    unset: !generated && found.every((one) => one.unset),
    more: found.some((one) => one.more),
  };
}
