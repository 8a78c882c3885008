import { type SourceLocation, stepsFrom } from "./location.ts";
import { absent, field, type MapTree, type Tree, textOf, type UnknownTree } from "./tree.ts";
import type { Truth } from "./truth.ts";
import type { Hole } from "./value.ts";

/** What is deployed is exactly one of several values: a condition, or a parameter that only takes some, tells which. */
export interface Choice {
  /** The same for all values that are chosen together. */
  readonly name: string;
  /** The values by what tells them: `true`, `false`; the value of the parameter. */
  readonly forms: ReadonlyMap<string, Value>;
}

/**
 * A value, or what of it stands at a place: a part of what is unknown is the same hole in another place. Undefined where the place is not known to be in it.
 */
export type Value = (at: SourceLocation) => Tree | undefined;

/** The parts of a value that stands at a place. In a text around that it is there as a whole. */
export function partsOf(tree: Tree, at: SourceLocation): Value {
  return (place) => field(tree, ...stepsFrom(at, place));
}

/** The same choice of other values: of what `change` makes of each. */
export function changed(tree: UnknownTree, change: (value: Tree) => Tree): UnknownTree {
  const { hole, at } = tree;
  const choice = choices.get(hole);
  if (choice === undefined) return tree;
  const forms = [...choice.forms].flatMap(([form, value]) => {
    const whole = value(at);
    return whole === undefined ? [] : [[form, partsOf(change(whole), at)] as const];
  });
  return { kind: "unknown", hole: choosing({ ...hole }, { name: choice.name, forms: new Map(forms) }), at };
}

/** One of the forms that something has, depending on a choice. Exactly one of them is deployed. */
export interface Form {
  readonly choice: string;
  readonly form: string;
  /** How many forms there are. */
  readonly of: number;
  /** What tells which one it is. */
  readonly hole: Hole;
  /** True when it was looked at how a form is written, and nothing is wrong with it. */
  readonly sound?: boolean;
}

/** A form in a form of another choice: both have to be. */
export function within(outer: Form, inner: Form | undefined): Form {
  if (inner === undefined) return outer;
  return {
    choice: `${outer.choice} & ${inner.choice}`,
    form: `${outer.form} & ${inner.form}`,
    of: outer.of * inner.of,
    hole: { ...outer.hole, refs: [...outer.hole.refs, ...inner.hole.refs] },
  };
}

/** An answer about a statement, for something else than that: where the statement is there only in one form, so is what it would mean. */
export function ifThere<Answer extends { readonly holds: Truth; readonly waits: readonly Hole[] }>(
  { form }: { readonly form?: Form },
  answer: Answer,
): Answer {
  return form === undefined || answer.holds !== "yes" ? answer : { ...answer, holds: "unknown", waits: [form.hole] };
}

/** Whether one of these is there, whatever is chosen. */
export function coverAll(forms: readonly Form[]): boolean {
  return [...Map.groupBy(forms, ({ choice }) => choice).values()].some(
    (some) => new Set(some.map(({ form }) => form)).size === some[0]?.of,
  );
}

/** What tells whether any of some things is there, where each is there only in some form; undefined where one is there for sure, or there are none. */
export function doubtOf(things: readonly { readonly form?: Form }[]): Hole | undefined {
  const forms = things.flatMap(({ form }) => form ?? []);
  return forms.length < things.length || coverAll(forms) ? undefined : forms[0]?.hole;
}

/** The choices that holes stand for. Whoever does not ask for them finds a hole like any other. */
const choices = new WeakMap<Hole, Choice>();
let areExpected = false;

/** Says that trees may have choices in them. Where nobody says so, they are not looked through for any. */
export function expectChoices(): void {
  areExpected = true;
}

/** The hole of a choice. */
export function choosing(hole: Hole, choice: Choice): Hole {
  choices.set(hole, choice);
  return hole;
}

export function choiceOf(hole: Hole): Choice | undefined {
  return choices.get(hole);
}

/** A choice that something in a tree depends on, with its hole: the first that is found. */
export function choiceIn(tree: Tree): { readonly choice: Choice; readonly hole: Hole } | undefined {
  if (!areExpected) return undefined;
  switch (tree.kind) {
    case "unknown":
      return withHole(tree.hole);
    case "text":
      return first(tree.text, (part) => (typeof part === "string" ? undefined : withHole(part)));
    case "list":
      return first(tree.items, choiceIn);
    case "map":
      return first(tree.keys(), (key) => choiceIn(tree.get(key)));
    default:
      return undefined;
  }
}

function withHole(hole: Hole) {
  const choice = choiceOf(hole);
  return choice === undefined ? undefined : { choice, hole };
}

function first<In, Out>(items: readonly In[], find: (item: In) => Out | undefined): Out | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A tree as it is in one form of a choice. What a form leaves out is absent. */
export function chosen(tree: Tree, name: string, form: string): Tree {
  switch (tree.kind) {
    case "unknown":
      return ofHole(tree.hole, tree.at, { name, form }) ?? tree;
    case "text": {
      const text = tree.text.flatMap((part) => {
        const value = typeof part === "string" ? undefined : ofHole(part, tree.at, { name, form });
        return (value && textOf(value)) ?? [part];
      });
      return { kind: "text", text, at: tree.at };
    }
    case "list": {
      const items = tree.items.map((item) => chosen(item, name, form));
      return { kind: "list", items: items.filter(({ kind }) => kind !== "absent"), at: tree.at };
    }
    case "map":
      return chosenMap(tree, (value) => chosen(value, name, form));
    default:
      return tree;
  }
}

function ofHole(hole: Hole, at: SourceLocation, { name, form }: { readonly name: string; readonly form: string }) {
  const choice = choiceOf(hole);
  const value = choice?.name === name ? choice.forms.get(form)?.(at) : undefined;
  return value === undefined ? undefined : chosen(value, name, form);
}

function chosenMap(tree: MapTree, choose: (value: Tree) => Tree): MapTree {
  const members = new Map(tree.keys().map((key) => [key, choose(tree.get(key))]));
  const keys = [...members].flatMap(([key, value]) => (value.kind === "absent" ? [] : [key]));
  return { kind: "map", at: tree.at, keys: () => keys, get: (key) => members.get(key) ?? absent(tree.at) };
}
