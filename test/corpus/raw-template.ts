import { FAILSAFE_SCHEMA, load, Type } from "js-yaml";
import { isRecord } from "#model/json-tree.ts";

export type Json = Readonly<Record<string, unknown>>;

const kinds = ["scalar", "sequence", "mapping"] as const;

/** Every tag is a function, whatever it is called. */
const schema = FAILSAFE_SCHEMA.extend({
  implicit: [new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (key: unknown) => key === "<<" })],
  explicit: kinds.flatMap((kind) => [
    new Type("!", { kind, multi: true, construct: (value: unknown, tag = "") => ({ [`Fn::${tag.slice(1)}`]: value }) }),
    new Type("tag:yaml.org,2002:", { kind, multi: true, construct: (value: unknown) => value }),
  ]),
});

/** The resources of a template as a plain reader of YAML reads it, with none of the program's code; JSON is YAML, too. */
export function rawTemplate(text: string): ReadonlyMap<string, Json> {
  const root = record(load(text, { schema, json: true }));
  return new Map(Object.entries(record(root.Resources)).filter((one): one is [string, Json] => isRecord(one[1])));
}

export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** Whether a value is made by a function, and so not written here. */
export function isMade(value: unknown): boolean {
  const [only, ...others] = Object.keys(record(value));
  return others.length === 0 && only !== undefined && /^(Fn::|Ref$)/.test(only);
}
