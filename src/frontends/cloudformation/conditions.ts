import { isRecord } from "#model/json-tree.ts";
import { both, either, not, type Truth, truth } from "#model/truth.ts";
import type { Template } from "./template.ts";

/** What was found of the conditions of a template; of one that is still being looked at nobody knows. */
const known = new WeakMap<Template, Map<string, Truth>>();

/**
 * Whether a condition holds. Parameters are what whoever deploys makes of them, and a default is only what happens when he says nothing: what depends on
 * one that is not handed in is not known.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export function holds(template: Template, name: string): Truth {
  const found = known.get(template) ?? new Map<string, Truth>();
  known.set(template, found);
  const before = found.get(name);
  if (before !== undefined) return before;
  found.set(name, "unknown");
  const truth = Object.hasOwn(template.conditions, name) ? term(template, template.conditions[name]) : "unknown";
  found.set(name, truth);
  return truth;
}

function term(template: Template, raw: unknown): Truth {
  const [only, ...others] = isRecord(raw) ? Object.entries(raw) : [];
  if (only === undefined || others.length > 0) return "unknown";
  const [name, argument] = only;
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : [];
  const inner = (part: unknown) => term(template, part);
  switch (name) {
    case "Condition":
      return typeof argument === "string" ? holds(template, argument) : "unknown";
    case "Fn::And":
      return both(...parts.map(inner));
    case "Fn::Or":
      return either(...parts.map(inner));
    case "Fn::Not":
      return parts.length === 1 ? not(inner(parts[0])) : "unknown";
    case "Fn::Equals":
      return equal(template, parts);
    default:
      return "unknown";
  }
}

function equal(template: Template, [one, other]: readonly unknown[]): Truth {
  const [first, second] = [certainText(template, one), certainText(template, other)];
  return first === undefined || second === undefined ? "unknown" : truth(first === second);
}

/** A text that is written out, or handed in for a parameter. */
export function certainText({ handedIn, parameters }: Template, value: unknown): string | undefined {
  if (typeof value === "string") return value.includes("{{resolve:") ? undefined : value;
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  const { Ref: name, ...others } = isRecord(value) ? value : {};
  const isOne = typeof name === "string" && Object.keys(others).length === 0 && Object.hasOwn(parameters, name);
  return isOne && isPlain(parameters[name]) ? handedIn.values.get(name) : undefined;
}

/** Of a parameter that is looked up in Parameter Store only the name is handed in. */
function isPlain(declared: unknown): boolean {
  return isRecord(declared) && !/^AWS::SSM::Parameter::Value</.test(String(declared.Type));
}
