import { inside } from "#model/location.ts";
import { type Text, wholeText } from "#model/text.ts";
import { absent, type Tree } from "#model/tree.ts";
import { at as valueAt } from "../../json/shape.ts";
import { isHandedOver } from "../cross-region.ts";
import { waitsFor } from "../holes.ts";
import { parameterIn } from "../parameters.ts";
import { pseudoParameter } from "../pseudo-parameters.ts";
import { attributeOf, refTo } from "../references.ts";
import { textTree, unknownTree } from "../texts.ts";
import { atDot, type Evaluator, listed, odd, type Standpoint } from "./function.ts";

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
  const text = fromOthers(id, known, from.values);
  return text === undefined
    ? unknownTree(attributeOf(from.values.template, id, known), from.at)
    : textTree(text, from.at);
}

/** An attribute that another stack tells: an output of a nested one, or what the CDK brings from another region. */
function fromOthers(id: string, attribute: string, { template, others }: Evaluator): Text | undefined {
  const output = /^Outputs\.(.+)$/.exec(attribute)?.[1];
  if (output !== undefined) return others.nestedOutput(id, output);
  return isHandedOver(template, id, attribute) ? others.exported(attribute) : undefined;
}

/** A name that may be worked out: `Fn::GetAtt` takes a `Ref` for its attribute. */
function nameIn(raw: unknown, { below, values }: Standpoint): string | undefined {
  const value = wholeText(values.text(raw, below));
  return value.known && !value.predicted ? value.value : undefined;
}

/** What another stack exports; a hole where none of those that are read together does. */
export function importValue(argument: unknown, { at, below, values }: Standpoint): Tree {
  const name = wholeText(values.text(argument, below));
  const text = name.known ? values.others.exported(name.value) : undefined;
  if (text !== undefined) return textTree(text, at);
  const expression = name.known ? `Fn::ImportValue ${name.value}` : "Fn::ImportValue";
  return unknownTree(waitsFor(expression, "unresolved-reference"), at);
}

/** An output of a stack that may be in another region or account, which then needs a role to be read with. */
export function getStackOutput(argument: unknown, { at, below, values }: Standpoint): Tree {
  const told = (key: string) => {
    const raw = valueAt(argument, key);
    const value = raw === undefined ? undefined : wholeText(values.text(raw, inside(below, key)));
    return value?.known === true ? value.value : undefined;
  };
  const isOpen = (key: string, found: string | undefined) =>
    found === undefined && valueAt(argument, key) !== undefined;
  const [name, output, region] = [told("StackName"), told("OutputName"), told("Region")];
  const account = /^arn:[^:]*:iam::(\d{12}):/.exec(told("RoleArn") ?? "")?.[1];
  if (name === undefined || output === undefined || isOpen("Region", region) || isOpen("RoleArn", account))
    return unknownTree(waitsFor("Fn::GetStackOutput", "unresolved-reference"), at);
  const stack = { name, ...(region !== undefined && { region }), ...(account !== undefined && { account }) };
  const text = values.others.outputOf(stack, output);
  if (text !== undefined) return textTree(text, at);
  return unknownTree(waitsFor(`Fn::GetStackOutput ${name}.${output}`, "unresolved-reference"), at);
}
