import { didYouMean } from "../did-you-mean.ts";
import type { Path } from "../layer.ts";
import { type Mistake, quoted } from "../mistake.ts";
import type { YamlDocument } from "../yaml-document.ts";
import { parseField } from "./field.ts";
import { messageWords, placeholders } from "./message.ts";
import type { CustomRuleEntry } from "./schema.ts";
import { fieldShape, shapesOf } from "./shape-of.ts";

/** Verbs that ask something of a list as a whole. */
const ofWholes = new Set(["present", "absent", "not"]);

/** Fields of a custom rule that lead nowhere, and lists of which a single value is asked: they would fail, or pass, always. */
export function customMistakes(id: string, rule: CustomRuleEntry, document: YamlDocument): readonly Mistake[] {
  const start = shapesOf(rule.given);
  if (start === undefined) return [];
  const base: Path = ["custom", id];
  const check = (written: string, verbs: readonly string[]): string | undefined => {
    const field = parseField(written);
    if (field === undefined) return undefined;
    const found = fieldShape(start, field);
    if (!found.leads) {
      if (found.listAt !== undefined)
        return `${quoted(found.listAt)} is a list: write ${found.listAt}[*].${found.step}`;
      return `unknown field ${quoted(written)} of ${rule.given}${hint(found.step, found.known)}`;
    }
    const isList = found.shapes.every((one) => one.kind === "list") && verbs.some((verb) => !ofWholes.has(verb));
    return isList ? `${quoted(written)} is a list: write ${written}[*]` : undefined;
  };
  const at = (place: () => Mistake["place"], message: string | undefined): readonly Mistake[] =>
    message === undefined ? [] : [{ place: place(), message }];
  return [
    ...Object.entries(rule.where ?? {}).flatMap(([field, test]) =>
      at(() => document.keyPlace([...base, "where", field]), check(field, verbsOf(test))),
    ),
    ...demandsOf(rule).flatMap(({ path, demand: { field = ".", ...test } }) =>
      at(() => document.place([...base, ...path, "field"]), check(field, verbsOf(test))),
    ),
    ...demandsOf(rule).flatMap(({ path, demand }) =>
      typeof demand["same-as"] === "string"
        ? at(() => document.place([...base, ...path, "same-as"]), check(demand["same-as"], ["present"]))
        : [],
    ),
    ...placeholders(rule.message)
      .filter((name) => !messageWords.some((word) => word === name))
      .flatMap((name) =>
        at(
          () => document.place([...base, "message"]),
          parseField(name) === undefined ? `${quoted(`{${name}}`)} is no field` : check(name, ["present"]),
        ),
      ),
  ];
}

function hint(step: string, known: readonly string[]): string {
  const near = didYouMean(step, known);
  return near !== "" || known.length === 0 ? near : `: it has ${known.join(", ")}`;
}

function verbsOf(test: unknown): readonly string[] {
  return typeof test === "object" && test !== null && !Array.isArray(test) ? Object.keys(test) : ["equals"];
}

interface Demand {
  readonly field?: string | undefined;
  readonly [verb: string]: unknown;
}

/** What must hold, with the way to each in the ruleset. */
function demandsOf({ then: demands }: CustomRuleEntry): readonly { readonly path: Path; readonly demand: Demand }[] {
  return Array.isArray(demands)
    ? demands.map((demand, i) => ({ path: ["then", i], demand }))
    : [{ path: ["then"], demand: demands }];
}
