import type { Condition } from "#model/policy.ts";
import { literalText, type Text, wholeText } from "#model/text.ts";
import { elements, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";

/** The conditions of a statement, and what of them could not be read. */
export function readConditions(tree: Tree): { readonly conditions: readonly Condition[]; readonly unread?: Hole } {
  if (tree.kind === "absent") return { conditions: [] };
  if (tree.kind !== "map")
    return { conditions: [], unread: tree.kind === "unknown" ? tree.hole : hole("ambiguous-text") };
  const conditions: Condition[] = [];
  let unread: Hole | undefined;
  for (const operator of tree.keys()) {
    const tests = tree.get(operator);
    if (tests.kind !== "map") unread ??= tests.kind === "unknown" ? tests.hole : hole("ambiguous-text");
    else
      for (const key of tests.keys())
        conditions.push(conditionOf(literalText(operator), literalText(key), valuesOf(tests.get(key))));
  }
  return { conditions, ...(unread !== undefined && { unread }) };
}

function valuesOf(tree: Tree): readonly Text[] {
  return elements(tree).map((item) => textOf(item) ?? [hole("ambiguous-text")]);
}

/**
 * One test: `ForAllValues:StringLikeIfExists` is a qualifier, an operator and IfExists. An operator that is not known keeps its hole as key.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionOf(test: Text, key: Text, values: readonly Text[]): Condition {
  const operator = wholeText(test);
  if (!operator.known) return { operator: "", ifExists: false, key: [operator.hole], values };
  const match = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/i.exec(operator.value);
  const qualifier = qualifierOf(match?.[1]);
  return {
    operator: match?.[2] ?? operator.value,
    ...(qualifier !== undefined && { qualifier }),
    ifExists: match?.[3] !== undefined,
    key,
    values,
  };
}

function qualifierOf(text: string | undefined): Condition["qualifier"] {
  if (text === undefined) return undefined;
  return text.toLowerCase() === "forallvalues" ? "ForAllValues" : "ForAnyValue";
}
