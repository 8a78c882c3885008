import type { Given, Input } from "../frontend.ts";
import { load } from "./load.ts";
import { withoutLoops } from "./loops.ts";
import { openNested } from "./nested.ts";
import { type HandedIn, nothing, readParameters } from "./parameter-file.ts";
import { providerOf } from "./provider.ts";
import type { Run } from "./run.ts";
import { withoutServerless } from "./serverless.ts";
import { Stack } from "./stack.ts";
import { templateOf } from "./template.ts";

/** A template that is read with others, and what is known of its deployment. */
export interface Unit {
  readonly input: Input;
  readonly given: Given;
  /** What stands before the names of its resources. */
  readonly prefix: string;
  /** What is handed in for its parameters, where something else than a file of the user tells. */
  readonly handedIn?: HandedIn;
}

/** Reads a template, and the nested ones that it names, into the stacks of a run. */
export async function open({ input, given, prefix, ...unit }: Unit, run: Run): Promise<Stack> {
  const { root, twice } = await load(input);
  const fromFile = given.parameters === undefined ? nothing : parametersIn(given.parameters);
  const handedIn = unit.handedIn ?? over(given.values, fromFile);
  const template = await withoutServerless(withoutLoops(templateOf(root, handedIn, prefix)), given);
  const provider = providerOf(input.path, given, handedIn);
  const stack = new Stack({ input, given, template, twice, provider }, run);
  run.members.push(stack);
  await openNested(stack, run);
  return stack;
}

function over(values: Given["values"], fromFile: HandedIn): HandedIn {
  if (values === undefined || values.size === 0) return fromFile;
  return { ...fromFile, values: new Map([...values, ...fromFile.values]) };
}

/** One file may be for thousands of templates. */
const read = new WeakMap<Input, HandedIn>();

export function parametersIn(input: Input): HandedIn {
  const known = read.get(input) ?? readParameters(input);
  read.set(input, known);
  return known;
}
