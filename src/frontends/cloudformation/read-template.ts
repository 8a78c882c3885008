import { InputError } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import type { Given, Input, Wants } from "../frontend.ts";
import { nameOf } from "../input/name.ts";
import { changesOf } from "./changes.ts";
import { documentOf, togetherOf } from "./documents.ts";
import { noticesOf } from "./notices.ts";
import { open, type Unit } from "./open.ts";
import { secretsIn } from "./parameters.ts";
import { prefixesOf } from "./prefixes.ts";
import { Run } from "./run.ts";
import type { Stack } from "./stack.ts";
import type { Together } from "./together.ts";
import { undeclaredIn } from "./undeclared.ts";
import { nothingRead, noticeOfUnread, openOrTell } from "./unread.ts";

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

async function readTogether(units: readonly Unit[], wants: Wants): Promise<Together> {
  const run = new Run();
  const opened = [];
  for (const unit of units) opened.push(await openOrTell(unit, (one) => openWhole(one, run)));
  const unread = opened.filter((one) => "problem" in one);
  if (unread.length > 0 && unread.length === units.length) throw nothingRead(unread);
  const families = opened.map((one) => ("problem" in one ? [] : withNested(one)));
  const stacks = families.flat();
  return {
    plan: {
      ...togetherOf(units.map((unit, i) => documentOf(families[i] ?? [], unit))),
      changes: [...stacks.flatMap((stack) => changesOf(stack, wants)), ...presumedBy(units)],
      hasBefore: false,
      notices: distinct([
        ...units.flatMap(({ given }) => given.notices ?? []),
        ...unread.map(noticeOfUnread),
        ...stacks.flatMap(noticesOf),
        ...undeclaredIn(stacks),
      ]),
      secrets: new Set(stacks.flatMap(({ template }) => [...secretsIn(template)])),
    },
    stacks,
  };
}

/** Stacks that are deployed by the same roles presume the same ones. */
function presumedBy(units: readonly Unit[]): readonly ResourceChange[] {
  const all = units.flatMap(({ given }) => given.presumed ?? []);
  return [...new Map(all.map((one) => [one.address, one])).values()];
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

/** What is said of a manifest is said of each of its stacks, and a template may be nested several times. */
function distinct(notices: readonly Notice[]): readonly Notice[] {
  const keyOf = ({ code, message, location }: Notice) =>
    JSON.stringify([code, message, location.document, location.pointer]);
  return [...new Map(notices.map((one) => [keyOf(one), one])).values()];
}
