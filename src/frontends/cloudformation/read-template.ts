import { InputError } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import type { Plan, PlanDocument } from "#model/plan.ts";
import type { Given, Input, Wants } from "../frontend.ts";
import { nameOf } from "../input/name.ts";
import { changesOf } from "./changes.ts";
import { noticesOf } from "./notices.ts";
import { open, type Unit } from "./open.ts";
import { secretsIn } from "./parameters.ts";
import { prefixesOf } from "./prefixes.ts";
import { Run } from "./run.ts";
import type { Stack } from "./stack.ts";

/**
 * Templates that are deployed together, with what was deployed before, where that is told; else nothing was before, and every resource is a creation.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
export async function readTemplates(inputs: readonly Input[], wants: Wants, given: Given): Promise<Plan> {
  const prefixes = prefixesOf(inputs);
  const units = inputs.map((input, i) => ({
    input,
    given: { ...given, ...input.given },
    prefix: prefixes[i] ?? "",
  }));
  const read = (some: readonly Unit[]) => readTogether(some, wants);
  if (units.every((one) => one.given.earlier === undefined)) return (await read(units)).plan;
  const { readCompared } = await import("./compare.ts");
  return readCompared(units, { wants, read });
}

/** Templates as one plan, and what they became. */
export interface Together {
  readonly plan: Plan;
  readonly stacks: readonly Stack[];
}

async function readTogether(units: readonly Unit[], wants: Wants): Promise<Together> {
  const run = new Run();
  const roots: Stack[] = [];
  for (const unit of units) roots.push(await openWhole(unit, run));
  const stacks = roots.flatMap(withNested);
  const documents = roots.map(documentOf);
  const [only, ...others] = documents;
  const whole = only === undefined || others.length > 0 ? togetherOf(documents) : only;
  return {
    plan: {
      ...whole,
      changes: stacks.flatMap((stack) => changesOf(stack, wants)),
      hasBefore: false,
      notices: distinct(stacks.flatMap((stack) => [...(stack.given.notices ?? []), ...noticesOf(stack)])),
      secrets: new Set(stacks.flatMap(({ template }) => [...secretsIn(template)])),
    },
    stacks,
  };
}

async function openWhole(unit: Unit, run: Run): Promise<Stack> {
  const stack = await open(unit, run);
  // A stack of an assembly may have nothing but rules and parameters.
  const isEmpty = Object.keys(stack.template.resources).length === 0;
  if (isEmpty && unit.input.format === undefined) throw withoutResources(unit.input.path);
  return stack;
}

function withoutResources(path: string): InputError {
  return new InputError(
    3,
    "template-without-resources",
    `${nameOf(path)} is a CloudFormation template without resources`,
    "Give the template that is deployed: every template that can be has a section Resources.",
  );
}

/** A stack and those that it deploys, each before its own. */
function withNested(stack: Stack): readonly Stack[] {
  return [stack, ...[...stack.nested.values()].flatMap(withNested)];
}

function documentOf(root: Stack): PlanDocument {
  const stacks = withNested(root);
  const parts = [...stacks.slice(1).map((one) => one.document), ...manifestsOf(root.given.notices ?? [])];
  return {
    document: root.document,
    frontend: "cloudformation",
    format: `CloudFormation template${against(root.given)}`,
    resources: stacks.reduce((sum, { template }) => sum + Object.keys(template.resources).length, 0),
    ...(parts.length > 0 && { parts: [...new Set(parts)] }),
  };
}

function manifestsOf(notices: readonly Notice[]): readonly string[] {
  return notices.map(({ location }) => location.document);
}

function against({ earlier }: Given): string {
  return earlier === undefined || earlier === "none" ? "" : `, against ${nameOf(earlier.path)}`;
}

function togetherOf(stacks: readonly PlanDocument[]): PlanDocument & Pick<Plan, "stacks"> {
  return {
    document: folderOf(stacks.map((one) => one.document)),
    frontend: "cloudformation",
    format: `${stacks.length} CloudFormation templates`,
    resources: stacks.reduce((sum, one) => sum + one.resources, 0),
    stacks,
  };
}

/** The folder that all are in. */
function folderOf(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split("/").slice(0, -1));
  const end = first.findIndex((step, i) => others.some((other) => other[i] !== step));
  return (end < 0 ? first : first.slice(0, end)).join("/") || ".";
}

/** What is said of a manifest is said of each of its stacks, and a template may be nested several times. */
function distinct(notices: readonly Notice[]): readonly Notice[] {
  const keyOf = ({ code, message, location }: Notice) =>
    JSON.stringify([code, message, location.document, location.pointer]);
  return [...new Map(notices.map((one) => [keyOf(one), one])).values()];
}
