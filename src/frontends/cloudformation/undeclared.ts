import type { Notice } from "#model/notice.ts";
import { parametersIn } from "./open.ts";
import type { HandedIn } from "./parameter-file.ts";
import type { Stack } from "./stack.ts";

/** What is handed in under a name that none of the templates has for which it is changes nothing, and may be a slip. */
export function undeclaredIn(stacks: readonly Stack[]): readonly Notice[] {
  const groups = Map.groupBy(stacks, ({ given }) => given.parameters);
  return [...groups].flatMap(([file, group]) => (file === undefined ? [] : undeclared(parametersIn(file), group)));
}

function undeclared({ values }: HandedIn, stacks: readonly Stack[]): readonly Notice[] {
  const declared = new Set(stacks.flatMap(({ template }) => Object.keys(template.parameters)));
  const names = [...values.keys()].filter((name) => !declared.has(name)).sort();
  const [first, ...others] = stacks;
  if (names.length === 0 || first === undefined) return [];
  const who = others.length === 0 ? "the template has no such parameter" : "no template has such a parameter";
  const message = `what is handed in for ${names.join(", ")} is not used: ${who}`;
  const location = { document: first.document, pointer: "/Parameters" };
  return [{ code: "parameter-not-declared", level: "info", message, location }];
}
