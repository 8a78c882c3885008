import * as z from "zod";
import { severities } from "#model/finding.ts";
import { assertions } from "../assertions/index.ts";
import { schemaWords } from "../schema-words.ts";
import { parseField } from "./field.ts";
import { givenMistake } from "./given.ts";

const word = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const fieldPattern = /^(?:\.|[A-Za-z_[].*)$/s;

const field = word
  .regex(fieldPattern, { error: 'a field is written like name, conditions[*].key or tags["cost-center"]', abort: true })
  .refine(
    (one) => parseField(one) !== undefined,
    'a field is written like name, conditions[*].key or tags["cost-center"]',
  )
  .meta({ description: "A field of what is given, `conditions[*].key`; `.` is the thing itself." });

/** The verbs with what each expects; a test that has none says nothing. */
const test: z.ZodType<Record<string, unknown>> = z.lazy(() => atLeastOne(z.strictObject(verbs)));

const verbs: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  assertions.map((one) => [
    one.verb,
    one.expects(schemaWords, { scalar, field, test }).optional().meta({ description: one.description }),
  ]),
);

/** A mistyped verb is a mistake by itself: nothing is missing beside it. */
function atLeastOne<Schema extends z.ZodType<Record<string, unknown>>>(schema: Schema): Schema {
  const names = assertions.map(({ verb }) => verb);
  return schema.refine((one) => Object.keys(one).some((key) => key !== "field"), {
    error: `needs a verb: ${names.join(", ")}`,
    when: ({ issues }) => issues.length === 0,
  });
}

const demand = atLeastOne(z.strictObject({ field: field.exactOptional(), ...verbs }));

/** A rule of the ruleset's own, as it is written. */
export const customRule = z
  .strictObject({
    severity: z.enum(severities),
    message: word.meta({ description: "What is wrong, with `{identity}` or any `{field}` of what is given." }),
    title: word.exactOptional().meta({ description: "The good state, as a sentence." }),
    why: word.exactOptional(),
    fix: word.exactOptional(),
    given: word
      .refine((one) => givenMistake(one) === undefined, { error: (issue) => givenMistake(String(issue.input)) ?? "" })
      .meta({
        description: "What it is about: a named selector (`#TrustStatement`), or a JSONPath into the graph document.",
      }),
    where: z
      .record(field, z.union([scalar, z.array(scalar).min(1), test]))
      .exactOptional()
      .meta({ description: "Which of them are meant, by their fields: a value, a list of values, or verbs." }),
    // biome-ignore lint/suspicious/noThenProperty: it is a key of rulesets, and nothing awaits a schema.
    then: z.union([demand, z.array(demand).min(1)]).meta({ description: "What must hold of them." }),
    locked: z.boolean().exactOptional().meta({ description: "No other file may change it or except from it." }),
  })
  .meta({ description: "A rule of your own about the access graph." });

export type CustomRuleEntry = z.infer<typeof customRule>;

export const customId = z
  .string()
  .regex(/^[a-z][a-z\d]*(-[a-z\d]+)*$/, "a rule's id is written in lower case, with - between words");
