import type { Claim, Evidence } from "#model/finding.ts";
import type { DocumentHole, GraphDocument } from "#model/graph-document.ts";
import type { SourceLocation } from "#model/location.ts";
import type { NodeId } from "#model/node.ts";
import type { CustomRule, FieldTest } from "#model/ruleset.ts";
import { both, not, type Truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import type { Rule } from "#rules/rule.ts";
import { runTest, sayTest } from "../assertions/run.ts";
import { fieldOf } from "./field.ts";
import type { Followed } from "./json-path.ts";
import { holesOf, isJson, type Values } from "./leaf.ts";
import { Links } from "./links.ts";
import { fillMessage } from "./message.ts";
import { readField } from "./read-field.ts";
import { type Select, selectFor } from "./select.ts";
import { Subjects } from "./subjects.ts";
import { labelOf, showValues } from "./words.ts";

/** Makes rules of what a ruleset defines itself: they are run, compared, excepted and told like any other. */
export async function compileRules(rules: readonly CustomRule[]): Promise<readonly Rule[]> {
  const lookUp = lookUps();
  return Promise.all(rules.map(async (one) => compile(one, await selectFor(one.given), lookUp)));
}

function compile(custom: CustomRule, select: Select, lookUp: LookUp): Rule {
  return {
    ...describeRule(custom),
    inspects: "graph",
    defaults: {},
    options: (z) => z.strictObject({}),
    *claims(_, context) {
      const document = context.document();
      const { links, subjects } = lookUp(document);
      for (const found of select(document)) {
        const owners = subjects.of(found.steps);
        const answers = owners.length === 0 ? undefined : answersOf(custom, found.value, links);
        if (answers === undefined || answers.holds === "no") continue;
        for (const about of owners) yield claimOf(custom, found, about, answers, document, links);
      }
    },
  };
}

/** What a custom rule is to people, with words for what its author left out. */
export function describeRule({ id, severity, title, why, fix, source, then: asked }: CustomRule) {
  const words = id.replaceAll("-", " ");
  const demands = asked.map(({ field, test }) => `${field === "." ? "it" : field} must ${sayTest(test)}`);
  return {
    id,
    family: "CUSTOM" as const,
    severity,
    title: title ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    why: why ?? `It is a rule of your own: ${source.file}, line ${source.line}.`,
    fix: fix ?? `Change it as the rule asks: ${demands.join("; ")}.`,
    frameworks: {},
  };
}

type LookUp = (document: GraphDocument) => { readonly links: Links; readonly subjects: Subjects };

/** The look-ups of a document, made once for all rules. */
function lookUps(): LookUp {
  const made = new WeakMap<GraphDocument, ReturnType<LookUp>>();
  return (document) => {
    const found = made.get(document) ?? { links: new Links(document), subjects: new Subjects(document) };
    made.set(document, found);
    return found;
  };
}

interface Answers {
  /** Whether the thing is meant, and is not as it must be. */
  readonly holds: Truth;
  /** Of what must hold: that which does not, or of which it is not known. */
  readonly broken: readonly Answer[];
  readonly waits: readonly DocumentHole[];
}

interface Answer {
  readonly asked: FieldTest;
  readonly values: Values;
  readonly holds: Truth;
}

function answersOf({ where, then: demands }: CustomRule, thing: unknown, links: Links): Answers | undefined {
  const meant = where.map((one) => answer(one, thing, links));
  if (meant.some((one) => one.holds === "no")) return undefined;
  const asked = demands.map((one) => answer(one, thing, links));
  return {
    holds: both(...meant.map((one) => one.holds), not(both(...asked.map((one) => one.holds)))),
    broken: asked.filter((one) => one.holds !== "yes"),
    waits: [...meant, ...asked].flatMap((one) => (one.holds === "unknown" ? holesOf(one.values) : [])),
  };
}

function answer(asked: FieldTest, thing: unknown, links: Links): Answer {
  const valuesOf = (field: string): Values => readField(thing, fieldOf(field), links);
  const values = valuesOf(asked.field);
  return { asked, values, holds: runTest(asked.test, values, valuesOf) };
}

function claimOf(
  custom: CustomRule,
  found: Followed,
  about: NodeId,
  { holds, broken, waits }: Answers,
  document: GraphDocument,
  links: Links,
): Claim {
  const message = fillMessage(custom.message, found.value, about, links);
  const location = placeOf(found.steps, document, links);
  const evidence = broken.map(
    (one, i): Evidence => ({ role: i === 0 ? "primary" : "because", message: says(one), location }),
  );
  return {
    holds,
    about,
    detail: labelOf(found.value, links),
    message: holds === "yes" ? message : `perhaps ${message}`,
    evidence,
    waits: waits.map(holeOf),
  };
}

function says({ asked: { field, test }, values }: Answer): string {
  const what = field === "." ? "it" : field;
  return `${what} is ${showValues(values)}, and must ${sayTest(test)}`;
}

/** Where the innermost thing on the way is written; of a grant, where its statement is. */
function placeOf(steps: readonly string[], document: GraphDocument, links: Links): SourceLocation {
  let value: unknown = document;
  let at: SourceLocation = { document: document.input.path, pointer: "" };
  for (const step of steps) {
    value = isJson(value) || Array.isArray(value) ? Reflect.get(value, step) : undefined;
    const statement =
      isJson(value) && typeof value.statement === "string" ? links.find("statement", value.statement) : value;
    if (isJson(statement) && isJson(statement.at)) at = statement.at as unknown as SourceLocation;
  }
  return at;
}

function holeOf({ reason, waitsFor }: DocumentHole): Hole {
  const refs = waitsFor.map((expression) => ({ expression, targets: [], certainty: "unresolved" as const }));
  return { reason, refs, unset: false };
}
