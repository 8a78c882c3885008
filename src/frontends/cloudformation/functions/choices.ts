import { type Choice, choosing, partsOf } from "#model/choice.ts";
import { isRecord } from "#model/json-tree.ts";
import { inside } from "#model/location.ts";
import { wholeText } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import { textAt, at as valueAt } from "../../json/shape.ts";
import { holds } from "../conditions.ts";
import { madeOf, waitsFor } from "../holes.ts";
import { unknownTree } from "../texts.ts";
import { listed, odd, type Standpoint } from "./function.ts";

/** Which of two values it is depends on a condition; where nobody knows that, and they differ, neither is it. */
export function choose(argument: unknown, from: Standpoint): Tree {
  const [name, one, other] = listed(argument);
  if (typeof name !== "string") return odd("Fn::If", from);
  const { below, values } = from;
  const holding = holds(values.template, name);
  if (holding === "yes" || JSON.stringify(one) === JSON.stringify(other)) return values.tree(one, inside(below, 1));
  if (holding === "no") return values.tree(other, inside(below, 2));
  // Either may be written here; what is only referred to is not.
  const branches = [values.tree(one, inside(below, 1)), values.tree(other, inside(below, 2))];
  const isWritten = branches.some(({ kind }) => kind !== "unknown" && kind !== "absent");
  const hole = waitsFor(name, isWritten ? "unsupported-expression" : "deploy-time-parameter");
  return unknownTree(choosing(hole, choiceOfCondition(name, branches, from)), from.at);
}

/** A condition that is nothing but the opposite of another one is chosen with that. */
function choiceOfCondition(name: string, branches: readonly Tree[], { at, values }: Standpoint): Choice {
  const { conditions, prefix } = values.template;
  const [opposite] = listed(valueAt(conditions, name, "Fn::Not"));
  const other = textAt(opposite, "Condition");
  const [yes, no] = other === undefined ? branches : branches.toReversed();
  const forms = [yes, no].flatMap((tree, i) =>
    tree === undefined ? [] : [[String(i === 0), partsOf(tree, at)] as const],
  );
  return { name: `${prefix}${other ?? name}`, forms: new Map(forms) };
}

/** A value of a table by two keys; where it has none, the default that the function may be given. */
export function findInMap(argument: unknown, from: Standpoint): Tree {
  const [table, first, second, options] = listed(argument);
  const keys = [table, first, second].map((key) => wholeText(from.values.text(key, from.below)));
  const holes = keys.flatMap((key) => (key.known ? [] : [key.hole]));
  if (holes.length > 0) return unknownTree(madeOf("Fn::FindInMap", holes), from.at);
  const found = valueAt(from.values.template.mappings, ...keys.flatMap((key) => (key.known ? [key.value] : [])));
  const value = found ?? valueAt(options, "DefaultValue");
  // Mappings hold plain values: a function in one would be one that may lead to itself.
  if (value === undefined || (found !== undefined && !isPlain(found))) return odd("Fn::FindInMap", from);
  return from.values.tree(value, from.at);
}

function isPlain(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isPlain) : !isRecord(value);
}
