import { isRecord } from "#model/json-tree.ts";
import type { ResourceChange } from "#model/plan.ts";
import { either, type Truth, truth } from "#model/truth.ts";
import { at, type Json } from "../json/shape.ts";
import { type Address, steps } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { isConstant, isExpression, referencesIn } from "./expressions.ts";
import { expressionsAt } from "./expressions-at.ts";
import { mostSpecific } from "./references.ts";

export interface Sources {
  readonly configuration: Configuration | undefined;
  /** The values that were handed in for the variables of the root module. */
  readonly variables: unknown;
  /** What the plan marks as sensitive: the mark goes with a value into whatever is made of it. */
  readonly sensitive: ReadonlySet<string>;
}

/** Where an expression stands: its module, from the root on, and the calls that lead to it. */
interface Place {
  readonly modules: readonly string[];
  readonly calls: readonly Json[];
}

/** How many modules, variables and outputs a value may pass. */
const maxDepth = 8;

/**
 * Tells whether a string in a resource was spelled out by its author. The plan lists the references of an expression and nothing else of it: a string that no
 * reference can have brought stands beside them. https://developer.hashicorp.com/terraform/internals/json-format#expression-representation
 */
export function spelledOutIn(
  address: Address | undefined,
  values: unknown,
  sources: Sources,
): NonNullable<ResourceChange["spelledOut"]> {
  return (path, value) => {
    const block = address === undefined ? undefined : sources.configuration?.block(address);
    if (address === undefined || block === undefined) return "unknown";
    const { expressions, unset, more } = expressionsAt(at(block.resource, "expressions") ?? {}, values, path);
    if (unset) return "no";
    if (expressions.length === 0) return "unknown";
    const part = more || valueAt(values, path) !== value;
    const question = { value, part, sources, forEach: at(block.resource, "for_each_expression") };
    const place = { modules: address.modules, calls: block.calls };
    return either(...expressions.map((one) => inExpression(one, question, place, 0)));
  };
}

function valueAt(values: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : at(value, String(step))),
    values,
  );
}

interface Question {
  readonly value: string;
  /** True when the expression makes more than this value, which may stand beside what a reference brings. */
  readonly part: boolean;
  readonly sources: Sources;
  readonly forEach: unknown;
}

function inExpression(expression: unknown, question: Question, place: Place, depth: number): Truth {
  if (isConstant(expression)) return truth(holds(expression.constant_value, question.value));
  if (depth > maxDepth) return "unknown";
  const references = referencesIn(expression);
  if (references === undefined) return inBlock(expression, question, place, depth);
  const brought = mostSpecific(references).map((one) => inReference(one, question, place, depth + 1));
  if (brought.includes("spelled out")) return "yes";
  if (brought.includes("unknown")) return "unknown";
  return truth(!brought.includes("handed in"));
}

/** An expression without references is made of nothing but what its author wrote; blocks are looked through. */
function inBlock(expression: unknown, question: Question, place: Place, depth: number): Truth {
  if (isExpression(expression)) return "yes";
  const parts = Array.isArray(expression) ? expression : Object.values(isRecord(expression) ? expression : {});
  return either(...parts.map((one) => inExpression(one, question, place, depth + 1)));
}

/** How a reference has to do with a value: its source spells it out, it was handed in from outside, or it has come another way. */
type Brought = "spelled out" | "handed in" | "otherwise" | "unknown";

function inReference(reference: string, question: Question, place: Place, depth: number): Brought {
  const path = steps(reference);
  const name = path[1]?.name;
  switch (path[0]?.name) {
    case "count":
    case "path":
    case "terraform":
    case "self":
      return "otherwise";
    case "each":
      return fromTruth(inExpression(question.forEach, { ...question, forEach: undefined }, place, depth));
    case "var":
      return name === undefined ? "unknown" : inVariable(name, question, place, depth);
    case "module":
      return name === undefined ? "unknown" : inOutput(name, path[2]?.name, question, place, depth);
    case "local":
      return "unknown";
    default:
      if (!mayHoldSecrets.test(reference)) return "otherwise";
      return question.part && !question.sources.sensitive.has(question.value) ? "unknown" : "handed in";
  }
}

/** Attributes of resources that are worth hiding; what a bucket is called never becomes a password. */
const mayHoldSecrets =
  /pass|pwd|secret|token|cred|auth|_key\b|random_|result|output|content|\.value|plaintext|external\.|http\.|vault/i;

function fromTruth(term: Truth): Brought {
  if (term === "unknown") return "unknown";
  return term === "yes" ? "spelled out" : "otherwise";
}

function inVariable(name: string, question: Question, place: Place, depth: number): Brought {
  const { configuration, variables } = question.sources;
  const call = place.calls.at(-1);
  const declared = at(configuration?.module(place.modules)?.module, "variables", name);
  const given = call === undefined ? at(variables, name, "value") : at(call, "expressions", name);
  if (call !== undefined && given !== undefined) {
    const outer = { modules: place.modules.slice(0, -1), calls: place.calls.slice(0, -1) };
    const asked = { ...question, forEach: at(call, "for_each_expression") };
    const brought = inExpression(given, asked, outer, depth);
    return brought === "no" ? "handed in" : fromTruth(brought);
  }
  if (holds(at(declared, "default"), question.value)) return "spelled out";
  if (call === undefined && gives(given, question.value)) return "handed in";
  return at(declared, "sensitive") === true || mayHoldSecrets.test(name) ? "unknown" : "otherwise";
}

function inOutput(name: string, output: string | undefined, question: Question, place: Place, depth: number): Brought {
  const modules = [...place.modules, name];
  const inner = question.sources.configuration?.module(modules);
  const expression = output === undefined ? undefined : at(inner?.module, "outputs", output, "expression");
  if (inner === undefined || expression === undefined) return "unknown";
  const brought = inExpression(expression, { ...question, forEach: undefined }, { modules, calls: inner.calls }, depth);
  return brought === "no" ? "handed in" : fromTruth(brought);
}

/** Whether a constant holds the string, alone or as a part. */
function holds(constant: unknown, value: string): boolean {
  if (typeof constant === "string") return constant.includes(value);
  if (typeof constant === "number") return String(constant) === value;
  if (Array.isArray(constant)) return constant.some((one) => holds(one, value));
  return isRecord(constant) && Object.values(constant).some((one) => holds(one, value));
}

/** Shorter strings are found in others by chance. */
const shortest = 6;

/** Whether what was handed in is the string, or a part of it: an address with the password in it. */
function gives(given: unknown, value: string): boolean {
  if (typeof given === "string" && given.length >= shortest && value.includes(given)) return true;
  if (Array.isArray(given)) return given.some((one) => gives(one, value));
  if (isRecord(given)) return Object.values(given).some((one) => gives(one, value));
  return holds(given, value);
}
