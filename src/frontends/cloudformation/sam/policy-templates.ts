import { isRecord, parseJson } from "#model/json-tree.ts";
import { blocks } from "./data/policy-templates.generated.ts";
import { sub } from "./language.ts";
import type { Json } from "./parts.ts";

/** By name: the parameters in the order of the table, and its statements as lines. */
const templates: ReadonlyMap<string, readonly string[]> = new Map(
  blocks.map((block) => {
    const [head = "", ...lines] = block.split("\n");
    return [head.replace(/ .*/, ""), lines] as const;
  }),
);

/**
 * The policy of a template with the values of its parameters; undefined where there is no template of that name.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export function policyOfTemplate(name: string, values: unknown): Json | undefined {
  const lines = templates.get(name);
  const given = isRecord(values) ? values : {};
  return lines === undefined ? undefined : { Statement: lines.map((line) => statementOf(line, given)) };
}

function statementOf(line: string, values: Json): Json {
  const [actions = "", resources = "", condition] = line.split("\t");
  return {
    Effect: "Allow",
    Action: actions.split(" "),
    Resource: resources.split(" ").map((one) => filled(one, values)),
    ...(condition !== undefined && { Condition: filled(parseJson(condition), values) }),
  };
}

/** A value of a template; a parameter without a value stays a variable that nobody knows. */
function filled(value: unknown, values: Json): unknown {
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, values)]));
  if (typeof value !== "string" || !value.includes("${")) return value;
  const used = [...value.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name);
  return sub(
    value,
    Object.fromEntries(used.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]]] : []))),
  );
}
