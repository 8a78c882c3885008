import { isRecord } from "#model/json-tree.ts";
import type { Hole, Reference, UnknownReason } from "#model/value.ts";
import { parseAddress } from "./address.ts";
import type { Block, Configuration } from "./configuration.ts";
import { allReferences, type Resolver } from "./resolver.ts";
import type { HoleAt, Path } from "./view.ts";

/** Makes the holes of one resource instance. What they wait for is looked up in the configuration when somebody asks. */
export function holesOf(address: string, configuration: Configuration | undefined, resolver: Resolver): HoleAt {
  let block: Block | undefined | null = null;
  return (path) => {
    if (block === null) block = configuration?.block(address);
    return new ConfiguredHole(path, address, block, resolver);
  };
}

class ConfiguredHole implements Hole {
  readonly reason: UnknownReason = "computed-at-apply";
  readonly unset: boolean;
  readonly #expressions: readonly unknown[];
  readonly #address: string;
  readonly #block: Block | undefined;
  readonly #resolver: Resolver;
  #refs: readonly Reference[] | undefined;

  constructor(path: Path, address: string, block: Block | undefined, resolver: Resolver) {
    this.#expressions = block === undefined ? [] : expressionsAt(block.resource.expressions, path);
    this.unset = block !== undefined && this.#expressions.length === 0;
    this.#address = address;
    this.#block = block;
    this.#resolver = resolver;
  }

  get refs(): readonly Reference[] {
    this.#refs ??= this.#resolve();
    return this.#refs;
  }

  #resolve(): readonly Reference[] {
    const parsed = parseAddress(this.#address);
    const references = allReferences(this.#expressions);
    if (parsed === undefined || this.#block === undefined || references.length === 0) return [];
    const { modules, moduleKeys, key } = parsed;
    return this.#resolver.resolve(references, { modules, moduleKeys, key, calls: this.#block.calls, forEach: this.#block.resource.for_each_expression });
  }
}

/**
 * The expressions that make the value at a path. An attribute that holds an object or a list has one expression for all of it; blocks keep their structure.
 * Where blocks are generated (`dynamic`), the configuration lists only the others, so that positions mean nothing: then all of them may be meant.
 */
function expressionsAt(expressions: unknown, path: Path): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined || isExpression(expressions)) return [expressions];
  if (Array.isArray(expressions)) return inBlocks(expressions, step, rest);
  if (!isRecord(expressions)) return [];
  if (typeof step === "number") return expressionsAt(expressions, rest);
  return Object.hasOwn(expressions, step) ? expressionsAt(expressions[step], rest) : [];
}

function inBlocks(blocks: readonly unknown[], step: string | number, rest: Path): readonly unknown[] {
  const block = typeof step === "number" ? blocks[step] : undefined;
  const found = block === undefined ? [] : expressionsAt(block, rest);
  return found.length > 0 ? found : blocks.flatMap((one) => expressionsAt(one, typeof step === "number" ? rest : [step, ...rest]));
}

/** An expression is `{}`, or has a constant value or references. */
function isExpression(value: unknown): boolean {
  return isRecord(value) && (Object.hasOwn(value, "references") || Object.hasOwn(value, "constant_value") || Object.keys(value).length === 0);
}
