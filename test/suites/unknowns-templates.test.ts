import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { isRecord } from "#model/json-tree.ts";
import type { Report } from "#model/report.ts";
import { check } from "../../src/check.ts";
import { schema } from "../../src/frontends/cloudformation/yaml/schema.ts";
import { breaches } from "./laws.ts";
import { fixtures, folders, inputOf, optionsOf, templateCases } from "./rule-cases.ts";

/**
 * The laws of unknowns.test.ts for templates: every value of every resource is hidden in turn, as a parameter without a default hides it, or a condition
 * that nobody can decide. A finding may become undecided, and is never gone; none begins to fail.
 */

type Path = readonly (string | number)[];

/** Where a finding is gone for a reason. */
const excepted: readonly ((broken: {
  readonly rule: string;
  readonly place: string;
  readonly how: string;
  readonly law: string;
  readonly subject: string;
}) => boolean)[] = [
  // A secret that is handed in is none that the source spells out.
  ({ rule, how }) => rule === "no-hardcoded-secret" && (how === "parameter" || how === "list of allowed values"),
  // An effect that nobody knows is taken for one of the two: AWS refuses every other one, and nobody gets anything by it.
  ({ rule, place }) => rule === "no-invalid-policy-document" && place.endsWith("/Effect"),
  // A policy that nothing names is judged as if somebody will get it: it is not taken for the boundary that is not known.
  ({ rule, law, subject }) => rule === "no-wildcard-action" && law === "new" && subject === "AtMost",
  // Of properties that are not known as a whole nothing tells that two of them name an environment.
  ({ rule, place }) => rule === "no-contradicting-environment" && place.endsWith("/Properties"),
];

const parameter = { Ref: "HiddenByTest" };
const choice = (value: unknown) => ({ "Fn::If": ["HiddenByTest", value, { Ref: "AWS::NoValue" }] });

type Template = Readonly<Record<string, unknown>>;

/** Ways to hide a value: what the template is then. Only a text can be one of several that a parameter takes. */
const ways: readonly (readonly [how: string, hide: (template: Template, place: Path) => unknown])[] = [
  ["parameter", (template, place) => changed(template, place, () => parameter)],
  ["condition", (template, place) => changed(template, place, choice)],
  [
    "condition with another value that is not known",
    (template, place) => changed(template, place, (value) => ({ "Fn::If": ["HiddenByTest", value, parameter] })),
  ],
  ["list of allowed values", allowed],
];

function allowed(template: Template, place: Path): unknown {
  let value: unknown;
  const hidden = changed(template, place, (part) => {
    value = part;
    return { Ref: "ChosenByTest" };
  });
  if (typeof value !== "string" || !isRecord(hidden)) return undefined;
  const parameters = {
    ...(hidden.Parameters as object),
    ChosenByTest: { Type: "String", AllowedValues: [value, "x"] },
  };
  return { ...hidden, Parameters: parameters };
}

/** The properties of the resources, and everything in them. */
function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isRecord(value) ? value : {});
  return parts.flatMap(([key, part]) => [[...at, key], ...pathsIn(part, [...at, key])]);
}

/** The value with a part of it put into another form. */
function changed(value: unknown, [step, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, i) => (i === step ? changed(one, rest, change) : one));
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([key, one]) => [
      key,
      key === step ? changed(one, rest, change) : one,
    ]),
  );
}

function templateAt(path: string): Readonly<Record<string, unknown>> {
  const text = readFileSync(path, "utf8");
  const template: unknown = path.endsWith(".json") ? JSON.parse(text) : load(text, { schema });
  if (!isRecord(template)) throw new Error(`${path} is no template`);
  return {
    ...template,
    Parameters: { ...(template.Parameters as object | undefined), HiddenByTest: { Type: "String" } },
    Conditions: {
      ...(template.Conditions as object | undefined),
      HiddenByTest: { "Fn::Equals": [{ Ref: "HiddenByTest" }, "x"] },
    },
  };
}

/** Whether resources of SAM could not be written out, which leaves a report incomplete. */
function isUnread({ notices }: Report): boolean {
  return notices.some(({ code, level }) => code === "sam-not-expanded" && level === "incomplete");
}

/** Parts of a function are left alone: what it makes is hidden as a whole. */
function isHidable(path: Path): boolean {
  return path[2] === "Properties" && path.every((step) => !/^(Fn::|Ref$)/.test(String(step)));
}

const columns = folders(join(fixtures, "parity")).flatMap((scenario) =>
  folders(join(fixtures, "parity", scenario))
    .filter((column) => column.startsWith("cloudformation"))
    .map((column) => join(fixtures, "parity", scenario, column)),
);
const cases = [...templateCases().map((one) => one.folder), ...columns].flatMap(templatesOf);

/** The template of a case, or those that are deployed together. */
function templatesOf(folder: string): readonly string[] {
  const several = join(folder, "templates");
  if (!existsSync(several)) return [join(folder, inputOf(folder))];
  return readdirSync(several).map((name) => join(several, name));
}

test.each(cases.map((path) => [path.slice(fixtures.length + 1), path] as const))("%s", async (_, path) => {
  const template = templateAt(path);
  const options = await optionsOf(join(path, ".."));
  const reportOf = (one: unknown): Promise<Report> =>
    check([{ path: "template.json", bytes: Buffer.from(JSON.stringify(one)) }], options);
  const known = await reportOf(template);
  const broken: string[] = [];
  const hidable = pathsIn(template).filter((one) => one[0] === "Resources" && isHidable(one));
  expect(hidable).not.toEqual([]);
  for (const place of hidable) {
    for (const [how, hide] of ways) {
      const changedTemplate = hide(template, place);
      if (changedTemplate === undefined) continue;
      const hidden = await reportOf(changedTemplate);
      // What SAM makes of a value that nobody knows is not known either; the gate does not pass by it.
      if (isUnread(hidden) && !isUnread(known)) continue;
      for (const { law, rule, subject } of breaches(known, hidden))
        if (!excepted.some((isExcepted) => isExcepted({ rule, how, law, subject, place: place.join("/") })))
          broken.push(`${place.join("/")} by a ${how}: ${rule} of ${subject} is ${law}`);
    }
  }
  expect(broken).toEqual([]);
});
