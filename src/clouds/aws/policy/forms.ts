import { type Choice, choiceIn, chosen, type Form } from "#model/choice.ts";
import { elements, type MapTree, type Tree } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";

/** More forms than these are not looked at one by one. */
const mostForms = 16;

/** A part of a document as it is in one form of a choice, or as it is in any. */
export interface Formed {
  readonly tree: Tree;
  readonly form?: Form;
}

/** A statement in one of its forms, and its position in the list that is written. */
export interface FormedStatement extends Formed {
  readonly position: number;
}

/**
 * A part of a document in each form of one choice that it depends on. One choice only: what depends on another one as well stays unknown, since forms of forms
 * would be as many as nobody can count.
 */
export function formsOf(tree: Tree, choiceFor: typeof choiceIn = choiceIn): readonly Formed[] {
  const found = choiceFor(tree);
  if (found === undefined || found.choice.forms.size > mostForms) return [{ tree }];
  return everyForm(tree, found);
}

function everyForm(tree: Tree, { choice, hole }: { readonly choice: Choice; readonly hole: Hole }): readonly Formed[] {
  const { name, forms } = choice;
  return [...forms.keys()].flatMap((form) =>
    elements(chosen(tree, name, form)).map((one) => ({
      tree: one,
      form: { choice: name, form, of: forms.size, hole },
    })),
  );
}

/** The statements of a list of them, in all their forms. What is known to be no statement is told, too. */
export function statementForms(list: Tree): readonly FormedStatement[] {
  if (list.kind === "unknown") return formsOf(list).map((one, position) => ({ ...one, position }));
  return elements(list).flatMap((item, position) => {
    const forms =
      item.kind === "map" ? byChoice(item).flatMap((one) => formsOf(one, choiceInStatement)) : formsOf(item);
    return forms.map((one) => ({ ...one, position }));
  });
}

/** The same, of a list in which nothing is chosen. */
export function onlyForm(list: Tree): readonly FormedStatement[] {
  return elements(list).map((tree, position) => ({ tree, position }));
}

/** A statement says of each of its actions what it says of all: those that different choices tell are taken apart. */
function byChoice(statement: MapTree): readonly MapTree[] {
  if (choiceIn(statement) === undefined) return [statement];
  const key = statement.keys().find((one) => one.toLowerCase() === "action");
  const actions = key === undefined ? [] : elements(statement.get(key));
  const groups = Map.groupBy(actions, (one) => choiceIn(one)?.choice.name);
  if (key === undefined || groups.size < 2) return [statement];
  return [...groups.values()].map((items) => {
    const some: Tree = { kind: "list", items, at: statement.get(key).at };
    return { ...statement, keys: () => statement.keys(), get: (one) => (one === key ? some : statement.get(one)) };
  });
}

/** The items of a list, in all their forms; the list as it is where nothing is chosen in it. */
export function itemForms(list: Tree): readonly Formed[] {
  const forms = list.kind === "unknown" ? formsOf(list) : elements(list).flatMap((item) => formsOf(item));
  return forms.some(({ form }) => form !== undefined) ? forms : [{ tree: list }];
}

/** Elements in which a part of a text may matter. In a name of a resource it hardly does, and each form would be told one by one. */
const telling = /^(effect|(not)?(action|principal)|condition)$/i;

function choiceInStatement(tree: Tree): ReturnType<typeof choiceIn> {
  return tree.kind === "map" ? (inParts(tree, (key) => telling.test(key)) ?? inWholes(tree)) : choiceIn(tree);
}

function inParts(tree: MapTree, isMeant: (key: string) => boolean): ReturnType<typeof choiceIn> {
  for (const key of tree.keys()) {
    const found = isMeant(key) ? choiceIn(tree.get(key)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Among resources, only those that are nothing but a choice. */
function inWholes(tree: MapTree): ReturnType<typeof choiceIn> {
  for (const key of tree.keys().filter((one) => /^(not)?resource$/i.test(one))) {
    const value = tree.get(key);
    const whole = [value, ...elements(value)].find((one) => one.kind === "unknown" && choiceIn(one) !== undefined);
    if (whole !== undefined) return choiceIn(whole);
  }
  return undefined;
}
