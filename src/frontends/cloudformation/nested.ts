import { InputError } from "#model/input-error.ts";
import { inside } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import { field, type Tree, textOf } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import type { Input } from "../frontend.ts";
import { recordAt } from "../json/shape.ts";
import { isDeployed, type Written } from "./changes.ts";
import { certainText } from "./conditions.ts";
import { loadAndKeep } from "./load.ts";
import { withoutLoops } from "./loops.ts";
import { deployingTypes, nestedName } from "./nested-name.ts";
import type { HandedIn } from "./parameter-file.ts";
import { providerOfNested } from "./provider.ts";
import type { Run } from "./run.ts";
import { withoutServerless } from "./serverless.ts";
import { Stack } from "./stack.ts";
import { type ParameterValue, stepsTo, type Template, templateOf } from "./template.ts";

/** How deep stacks are read that deploy each other; and how many in all, since a template may be deployed any number of times. */
const deepest = 8;
const most = 10_000;

/**
 * Reads the templates that a stack deploys itself, as parts of it: it passes them parameters and tags, and reads their outputs.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
 */
export async function openNested(stack: Stack, run: Run): Promise<void> {
  for (const [id, resource] of Object.entries(stack.template.resources)) {
    if (!isDeployed(stack.template, resource) || !deployingTypes.has(resource.Type)) continue;
    const problem = await readInto(stack, id, resource, run);
    if (problem !== undefined) stack.unread.set(id, noticeOf(stack, id, `${resource.Type} deploys ${problem}`));
  }
}

/** The problem, where it cannot be read. */
async function readInto(stack: Stack, id: string, resource: Written, run: Run): Promise<string | undefined> {
  const name = nestedName(resource);
  const found = name === undefined ? undefined : stack.input.beside?.get(name);
  if (found === undefined) return "another template, which was not read; check it by itself";
  if ("problem" in found) return `the template ${name}, which ${found.problem}`;
  const problem = problemOf(found, stack, run);
  if (problem !== undefined) return `the template ${name}, which ${problem}`;
  try {
    await openNested(await openOne(found, { stack, id, resource }, run), run);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return `the template ${name}, which cannot be read: ${error.message}`;
    throw error;
  }
}

function problemOf(found: Input, stack: Stack, run: Run): string | undefined {
  const above = ancestors(stack);
  if (above.some(({ input }) => input === found)) return "deploys itself";
  if (above.length > deepest) return "is nested too deep to be read";
  return run.members.length > most ? "is one of more than can be read" : undefined;
}

function ancestors(stack: Stack): readonly Stack[] {
  return stack.parent === undefined ? [stack] : [stack, ...ancestors(stack.parent.stack)];
}

function noticeOf({ template, document }: Stack, id: string, message: string): Notice {
  const at = inside({ document, pointer: "" }, ...stepsTo(id, template));
  const location = { ...at, address: template.prefix + id };
  return { code: "nested-template-not-read", level: "incomplete", message, location };
}

interface Place {
  readonly stack: Stack;
  readonly id: string;
  readonly resource: Written;
}

async function openOne(input: Input, { stack: parent, id, resource }: Place, run: Run): Promise<Stack> {
  const { root, twice } = await loadAndKeep(input);
  const { account, region } = parent.given;
  const given = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
  const written = propertiesOf(parent, id, resource);
  const plain = withoutLoops(templateOf(root, handedTo(parent.template, resource), `${parent.template.prefix}${id}/`));
  const template = await withoutServerless({ ...plain, passed: passing(field(written, "Parameters")) }, given);
  const stack = new Stack(
    {
      input,
      given,
      template,
      twice,
      provider: providerOfNested(parent.provider, given, field(written, "Tags")),
      parent: { stack: parent, id },
    },
    run,
  );
  run.members.push(stack);
  parent.nested.set(id, stack);
  return stack;
}

function propertiesOf({ template, values, document }: Stack, id: string, resource: Written): Tree {
  const at = inside({ document, pointer: "" }, ...stepsTo(id, template), "Properties");
  return values.tree(resource.Properties, { ...at, address: template.prefix + id });
}

/** What is certain of the parameters, whatever somebody who deploys may say. */
function handedTo(template: Template, resource: Written): HandedIn {
  const passed = Object.entries(recordAt(resource, "Properties", "Parameters") ?? {});
  return { values: new Map(passed.map(([name, raw]) => [name, certainText(template, raw)])), tags: new Map() };
}

function passing(parameters: Tree): (name: string) => ParameterValue | undefined {
  const textIn = (tree: Tree) => textOf(tree) ?? [hole("unsupported-expression")];
  return (name) => {
    const tree = field(parameters, name);
    if (tree.kind === "list") return { list: tree.items.map(textIn) };
    return tree.kind === "absent" ? undefined : { text: textIn(tree) };
  };
}
