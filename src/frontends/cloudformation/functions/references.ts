import { inside } from "#model/location.ts";
import { wholeText } from "#model/text.ts";
import { absent, type Tree } from "#model/tree.ts";
import { waitsFor } from "../holes.ts";
import { parameterIn } from "../parameters.ts";
import { pseudoParameter } from "../pseudo-parameters.ts";
import { attributeOf, refTo } from "../references.ts";
import { textTree, unknownTree } from "../texts.ts";
import { atDot, listed, odd, type Standpoint } from "./function.ts";

/** A parameter, something that the deployment tells, or a resource. */
export function ref(argument: unknown, from: Standpoint): Tree {
  if (typeof argument !== "string") return odd("Ref", from);
  if (argument === "AWS::NoValue") return absent(from.at);
  const { template, given } = from.values;
  const pseudo = argument.startsWith("AWS::") ? pseudoParameter(argument.slice("AWS::".length), given) : undefined;
  if (pseudo !== undefined) return textTree([pseudo], from.at);
  return (
    refToParameter(argument, from) ??
    unknownTree(refTo(template, argument) ?? waitsFor(argument, "unresolved-reference"), from.at)
  );
}

function refToParameter(name: string, { at, values }: Standpoint): Tree | undefined {
  const parameter = parameterIn(values.template, name);
  if (parameter === undefined) return undefined;
  if ("text" in parameter) return textTree(parameter.text, at);
  const items = parameter.list.map((text, i) => ({ kind: "text" as const, text, at: inside(at, i) }));
  return { kind: "list", items, at };
}

export function getAtt(argument: unknown, from: Standpoint): Tree {
  const [id, attribute] = typeof argument === "string" ? atDot(argument) : listed(argument);
  const known = typeof attribute === "string" ? attribute : nameIn(attribute, from);
  if (typeof id !== "string" || known === undefined) return odd("Fn::GetAtt", from);
  return unknownTree(attributeOf(from.values.template, id, known), from.at);
}

/** A name that may be worked out: `Fn::GetAtt` takes a `Ref` for its attribute. */
function nameIn(raw: unknown, { below, values }: Standpoint): string | undefined {
  const value = wholeText(values.text(raw, below));
  return value.known && !value.predicted ? value.value : undefined;
}

/** What another stack exports is not in this template. */
export function importValue(argument: unknown, { at, below, values }: Standpoint): Tree {
  const name = wholeText(values.text(argument, below));
  const expression = name.known ? `Fn::ImportValue ${name.value}` : "Fn::ImportValue";
  return unknownTree(waitsFor(expression, "unresolved-reference"), at);
}
