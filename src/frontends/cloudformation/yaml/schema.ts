import { FAILSAFE_SCHEMA, type Schema, Type } from "js-yaml";

const kinds = ["scalar", "sequence", "mapping"] as const;

/** The long form of a short tag: `!Sub` is `Fn::Sub`. Two keep their names. */
export function longForm(tag: string): string {
  const name = tag.slice(1);
  return name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}

/** `!GetAtt A.B.C` names an attribute with a dot in it. */
function argumentOf(tag: string, value: unknown): unknown {
  if (tag !== "!GetAtt" || typeof value !== "string") return value;
  const dot = value.indexOf(".");
  return dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)];
}

/** The key `<<` brings the members of another mapping along: the parser knows what to do with this tag. */
const merge = new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (key: unknown) => key === "<<" });

/**
 * YAML as templates use it: every scalar keeps the text that it is written with, so that the account 011111111111 is no octal number and `on` no truth value;
 * every tag of its own is a function, known or not.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const schema: Schema = FAILSAFE_SCHEMA.extend({
  implicit: [merge],
  explicit: kinds.flatMap((kind) => [
    new Type("!", {
      kind,
      multi: true,
      resolve: () => true,
      construct: (value: unknown, tag?: string) => ({ [longForm(tag ?? "!")]: argumentOf(tag ?? "!", value) }),
    }),
    new Type("tag:yaml.org,2002:", { kind, multi: true, resolve: () => true, construct: (value: unknown) => value }),
  ]),
});
