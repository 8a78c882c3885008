import type { Reference } from "#model/value.ts";
import { at, type Json } from "../json/shape.ts";
import { type Address, type Key, parseAddress, type Step, steps } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { allReferences, referencesIn } from "./expressions.ts";
import type { Instances } from "./instances.ts";
import { handedIn, mostSpecific, readOf, unresolved } from "./references.ts";

/** Where a reference is read: the module, its instance keys, the instance's own key, and the `for_each` in force. */
export interface Standpoint {
  readonly modules: readonly string[];
  readonly moduleKeys: readonly Key[];
  readonly calls: readonly Json[];
  readonly key: Key;
  readonly forEach: readonly string[] | undefined;
}

/**
 * How many modules, variables and outputs a chain of references may pass, and how many references one question may look
 * at.
 */
const maxDepth = 8;
const maxSteps = 2_000;

/** How far one question has come. */
interface Progress {
  steps: number;
}

/**
 * Finds the resource instances that references mean. The plan lists the references of an expression and nothing else of
 * it; module inputs, outputs and `each` are followed to where they come from.
 */
export class Resolver {
  readonly #configuration: Configuration;
  readonly #instances: Instances;
  readonly #variables: unknown;

  /** `variables` are those of the plan: nothing waits for what they hold. */
  constructor(configuration: Configuration, instances: Instances, variables?: unknown) {
    this.#configuration = configuration;
    this.#instances = instances;
    this.#variables = variables;
  }

  resolve(references: readonly string[], from: Standpoint): readonly Reference[] {
    return distinct(this.#all(references, from, 0, { steps: 0 }));
  }

  #all(references: readonly string[], from: Standpoint, depth: number, progress: Progress): readonly Reference[] {
    progress.steps += references.length;
    if (depth > maxDepth || progress.steps > maxSteps) return references.slice(0, 1).map(unresolved);
    const keyed = references.some((one) => one.startsWith("each.") || one.startsWith("count."));
    return mostSpecific(references).flatMap((one) => this.#one(one, from, keyed, depth + 1, progress));
  }

  #one(reference: string, from: Standpoint, keyed: boolean, depth: number, progress: Progress): readonly Reference[] {
    const path = steps(reference);
    switch (path[0]?.name) {
      case "each":
        return path[1]?.name === "value" ? this.#eachValue(reference, path[1], from, depth, progress) : [];
      // Known when the plan is made, or not a resource: nothing waits for them.
      case "count":
      case "path":
      case "terraform":
      case "self":
      case "ephemeral":
        return [];
      case "local":
        return [unresolved(reference)];
      case "var":
        return this.#variable(reference, path, from, depth, progress);
      case "module":
        return this.#output(reference, path, from, depth, progress);
      default:
        return [this.#instance(reference, from, keyed)];
    }
  }

  /**
   * `each.value` of a `for_each` over a resource, or over the instances of a module, means the one with the same key.
   */
  #eachValue(
    reference: string,
    value: Step,
    from: Standpoint,
    depth: number,
    progress: Progress,
  ): readonly Reference[] {
    if (from.forEach === undefined) return [unresolved(reference)];
    const outside = { ...from, forEach: undefined };
    const rest = restBehind(reference, value);
    const [only, ...others] = mostSpecific(from.forEach);
    const call = only === undefined ? [] : steps(only);
    if (
      others.length === 0 &&
      rest !== "" &&
      call[0]?.name === "module" &&
      call.length === 2 &&
      call[1]?.key === undefined
    ) {
      return this.#all([`${only}[${JSON.stringify(from.key ?? "")}].${rest}`], outside, depth, progress);
    }
    return this.#all([...from.forEach, "each.key"], outside, depth, progress).map((one) => readOf(one, rest));
  }

  #variable(
    reference: string,
    path: readonly Step[],
    from: Standpoint,
    depth: number,
    progress: Progress,
  ): readonly Reference[] {
    const [, name] = path;
    if (name === undefined) return [unresolved(reference)];
    const call = from.calls.at(-1);
    if (call === undefined) return [this.#handedIn(name.name) ? handedIn(reference) : unresolved(reference)];
    const given = allReferences(at(call, "expressions", name.name));
    if (given.length === 0) return [unresolved(reference)];
    const outer: Standpoint = {
      modules: from.modules.slice(0, -1),
      moduleKeys: from.moduleKeys.slice(0, -1),
      calls: from.calls.slice(0, -1),
      key: from.moduleKeys.at(-1),
      forEach: referencesIn(at(call, "for_each_expression")),
    };
    const found = this.#all(given, outer, depth, progress);
    return found.map((one) => readOf(one, restBehind(reference, name)));
  }

  #handedIn(variable: string): boolean {
    return at(this.#variables, variable) !== undefined;
  }

  #output(
    reference: string,
    path: readonly Step[],
    from: Standpoint,
    depth: number,
    progress: Progress,
  ): readonly Reference[] {
    const [, module, output] = path;
    if (module === undefined || output === undefined) return [unresolved(reference)];
    const modules = [...from.modules, module.name];
    const place = this.#configuration.module(modules);
    const references = referencesIn(at(place?.module, "outputs", output.name, "expression"));
    if (place === undefined || references === undefined) return [unresolved(reference)];
    const inner: Standpoint = {
      modules,
      moduleKeys: [...from.moduleKeys, module.key],
      calls: place.calls,
      key: undefined,
      forEach: undefined,
    };
    const found = this.#all(references, inner, depth, progress);
    return found.map((one) => readOf(one, restBehind(reference, output)));
  }

  #instance(reference: string, from: Standpoint, keyed: boolean): Reference {
    const parsed = parseAddress(reference);
    return parsed === undefined
      ? unresolved(reference)
      : { expression: reference, ...this.#targets(parsed, from, keyed), ...attributeOf(parsed) };
  }

  #targets({ relative, key }: Address, from: Standpoint, keyed: boolean): Pick<Reference, "targets" | "certainty"> {
    const found = this.#instances.find({ modules: from.modules, moduleKeys: from.moduleKeys, relative });
    const targets = key === undefined ? found.addresses : found.withKey(key);
    if (targets.length === 0) return { targets, certainty: "unresolved" };
    const byKey = keyed && key === undefined && from.key !== undefined && found.withKey(undefined).length === 0;
    if (targets.length === 1)
      return { targets, certainty: byKey && found.withKey(from.key).length === 0 ? "likely" : "exact" };
    const same = byKey ? found.withKey(from.key) : [];
    return same.length === 1 ? { targets: same, certainty: "likely" } : { targets, certainty: "set" };
  }
}

function attributeOf({ rest }: Address): Pick<Reference, "attribute"> {
  return rest === "" ? {} : { attribute: rest };
}

function restBehind(reference: string, step: Step): string {
  return reference.slice(step.end).replace(/^\./, "");
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  const byMeaning = new Map(references.map((one) => [JSON.stringify(one), one]));
  return byMeaning.size === references.length ? references : [...byMeaning.values()];
}
