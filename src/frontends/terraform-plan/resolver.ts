import type { Reference } from "#model/value.ts";
import { type Key, parseAddress, steps } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import type { RawExpression, RawModuleCall } from "./format.ts";
import type { Instances } from "./instances.ts";

/** Where a reference is read: the module, its instance keys, the instance's own key, and the `for_each` in force. */
export interface Standpoint {
  readonly modules: readonly string[];
  readonly moduleKeys: readonly Key[];
  readonly calls: readonly RawModuleCall[];
  readonly key: Key;
  readonly forEach: RawExpression | undefined;
}

/** How many modules, variables and outputs a chain of references may pass. */
const maxDepth = 8;

/**
 * Finds the resource instances that references mean. The plan lists the references of an expression, each followed by its less specific forms, and nothing
 * else of it; module inputs, outputs and `each` are followed to where they come from.
 */
export class Resolver {
  readonly #configuration: Configuration;
  readonly #instances: Instances;

  constructor(configuration: Configuration, instances: Instances) {
    this.#configuration = configuration;
    this.#instances = instances;
  }

  resolve(references: readonly string[], from: Standpoint, depth = 0): readonly Reference[] {
    const keyed = references.some((one) => /^(each|count)\./.test(one));
    return mostSpecific(references).flatMap((one) => this.#one(one, from, keyed, depth));
  }

  #one(reference: string, from: Standpoint, keyed: boolean, depth: number): readonly Reference[] {
    const [head = "", name = ""] = steps(reference).map((step) => step.name);
    if (depth > maxDepth) return [unresolved(reference)];
    switch (head) {
      case "each":
        return name === "value" && from.forEach?.references !== undefined ? this.#eachValue(reference, from.forEach.references, from, depth) : [];
      case "count":
      case "path":
      case "terraform":
      case "self":
        return [];
      case "var":
        return this.#variable(reference, name, from, depth);
      case "module":
        return this.#output(reference, from, depth);
      case "local":
      case "ephemeral":
        return [unresolved(reference)];
      default:
        return [this.#instance(reference, from, keyed)];
    }
  }

  /** `each.value` of a `for_each` over a resource means the instance with the same key. */
  #eachValue(reference: string, forEach: readonly string[], from: Standpoint, depth: number): readonly Reference[] {
    const rest = reference.replace(/^each\.value\.?/, "");
    const found = this.resolve([...forEach, "each.key"], { ...from, forEach: undefined }, depth + 1);
    return found.map((one) => (one.attribute === undefined && rest !== "" ? { ...one, attribute: rest } : one));
  }

  #variable(reference: string, name: string, from: Standpoint, depth: number): readonly Reference[] {
    const call = from.calls.at(-1);
    if (call === undefined) return [unresolved(reference)];
    const expression = expressionAt(call.expressions, name);
    const references = allReferences(expression);
    if (references.length === 0) return [unresolved(reference)];
    const outer: Standpoint = {
      modules: from.modules.slice(0, -1),
      moduleKeys: from.moduleKeys.slice(0, -1),
      calls: from.calls.slice(0, -1),
      key: from.moduleKeys.at(-1),
      forEach: call.for_each_expression,
    };
    return this.resolve(references, outer, depth + 1);
  }

  #output(reference: string, from: Standpoint, depth: number): readonly Reference[] {
    const [, module, output] = steps(reference);
    if (module === undefined || output === undefined) return [unresolved(reference)];
    const modules = [...from.modules, module.name];
    const place = this.#configuration.module(modules);
    const outputs = place?.module.outputs;
    const expression = outputs !== undefined && Object.hasOwn(outputs, output.name) ? outputs[output.name]?.expression : undefined;
    if (place === undefined || expression?.references === undefined) return [unresolved(reference)];
    const inner: Standpoint = { modules, moduleKeys: [...from.moduleKeys, module.key], calls: place.calls, key: undefined, forEach: undefined };
    return this.resolve(expression.references, inner, depth + 1);
  }

  #instance(reference: string, from: Standpoint, keyed: boolean): Reference {
    const parsed = parseAddress(reference);
    if (parsed === undefined) return unresolved(reference);
    const candidates = this.#instances.find(from.modules, from.moduleKeys, parsed.relative);
    const exact = parsed.key === undefined ? [] : candidates.filter((one) => one.key === parsed.key);
    const left = exact.length > 0 ? exact : candidates;
    const same = left.length > 1 && parsed.key === undefined && keyed ? left.filter((one) => one.key === from.key) : [];
    const found = same.length === 1 ? same : left;
    const attribute = parsed.rest === "" ? {} : { attribute: parsed.rest };
    const certainty = found.length === 0 ? "unresolved" : found.length > 1 ? "set" : same.length === 1 ? "likely" : "exact";
    return { expression: reference, targets: found.map((one) => one.address), certainty, ...attribute };
  }
}

/** The references without those that only repeat the beginning of another one. */
export function mostSpecific(references: readonly string[]): readonly string[] {
  const unique = [...new Set(references)];
  return unique.filter((one) => !unique.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)));
}

function unresolved(expression: string): Reference {
  return { expression, targets: [], certainty: "unresolved" };
}

function expressionAt(expressions: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return expressions !== undefined && Object.hasOwn(expressions, name) ? expressions[name] : undefined;
}

/** Every reference in an expression or in the blocks under it, in source order. */
export function allReferences(expression: unknown): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(allReferences);
  if (typeof expression !== "object" || expression === null) return [];
  if ("references" in expression && Array.isArray(expression.references)) return expression.references.filter((one) => typeof one === "string");
  return "constant_value" in expression ? [] : Object.values(expression).flatMap(allReferences);
}
