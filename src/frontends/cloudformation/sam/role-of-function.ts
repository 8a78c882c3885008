import { attribute, choiceIn, choose, isMissing, isNothing } from "./language.ts";
import { type Json, made, type Part, type Serverless } from "./parts.ts";

/** What a function runs as: the role that is written down, or one that is made. */
export interface Role {
  readonly arn: unknown;
  readonly parts: readonly Part[];
}

/** A role may be given under a condition only; then one is made for the other case. */
export function roleFor(source: Serverless, properties: Json): Role {
  const { Role: given } = source.properties;
  const id = `${source.id}Role`;
  const arn = attribute(id, "Arn");
  const whole = made(source, id, "AWS::IAM::Role", properties, source.steps);
  if (isMissing(given)) return { arn, parts: [whole] };
  const [condition, yes, no] = choiceIn(given) ?? [];
  if (condition === undefined || !(isNothing(yes) || isNothing(no))) return { arn: given, parts: [] };
  if (isNothing(yes) && isNothing(no)) return { arn, parts: [whole] };
  if (isNothing(yes)) return { arn: choose(condition, arn, no), parts: [{ ...whole, condition }] };
  return {
    arn: choose(condition, yes, arn),
    parts: [{ ...whole, condition: { "Fn::Not": [{ Condition: condition }] } }],
  };
}
