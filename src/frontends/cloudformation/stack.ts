import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import type { ProviderScope } from "#model/plan.ts";
import type { Text } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import type { Given, Input } from "../frontend.ts";
import { at as valueAt } from "../json/shape.ts";
import { holds } from "./conditions.ts";
import { handovers } from "./cross-region.ts";
import type { NamedStack, Others } from "./functions/function.ts";
import type { Twice } from "./loaded.ts";
import type { Export, Member, Run } from "./run.ts";
import type { Template } from "./template.ts";
import { Values } from "./values.ts";

/** The template above a nested one, and the resource there that deploys it. */
export interface Parent {
  readonly stack: Stack;
  readonly id: string;
}

/** What a stack is made of. */
export interface Opened {
  readonly input: Input;
  readonly given: Given;
  readonly template: Template;
  readonly twice: readonly Twice[];
  readonly provider: ProviderScope;
  readonly parent?: Parent;
}

/** A template of a run, with what it passes to others and gets from them. */
export class Stack implements Others, Member {
  readonly input: Input;
  /** The path of its template. */
  readonly document: string;
  readonly given: Given;
  readonly template: Template;
  readonly twice: readonly Twice[];
  readonly provider: ProviderScope;
  readonly parent: Parent | undefined;
  readonly values: Values;
  /** The stacks that it deploys itself, by the resources that do. */
  readonly nested = new Map<string, Stack>();
  /** Why others of these were not read. */
  readonly unread = new Map<string, Notice>();
  readonly #run: Run;
  readonly #known = new Map<string, Text | undefined>();

  constructor({ input, given, template, twice, provider, parent }: Opened, run: Run) {
    this.input = input;
    this.document = input.path;
    this.given = given;
    this.template = template;
    this.twice = twice;
    this.provider = provider;
    this.parent = parent;
    this.#run = run;
    this.values = new Values(template, given, new Set(twice.map((one) => one.pointer)), this);
  }

  /** The stack that nobody in this run deploys, but who deploys it all. */
  get outermost(): Stack {
    return this.parent === undefined ? this : this.parent.stack.outermost;
  }

  /** The resources that lead to it from there: `Outer/Inner`. */
  get module(): string {
    if (this.parent === undefined) return "";
    const { stack, id } = this.parent;
    return stack.module === "" ? id : `${stack.module}/${id}`;
  }

  exported(name: string): Text | undefined {
    return this.#run.exported(name, this);
  }

  outputOf(stack: NamedStack, output: string): Text | undefined {
    return this.#run.outputOf(stack, output, this);
  }

  nestedOutput(id: string, output: string): Text | undefined {
    return this.nested.get(id)?.output(output);
  }

  /** The value of an output. One that is made of itself has none. */
  output(name: string): Text | undefined {
    return this.#offered(`output ${name}`, () => this.#readOutput(name));
  }

  #offered(key: string, read: () => Text | undefined): Text | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    this.#known.set(key, undefined);
    const text = this.#run.deeper(read)?.map((part) => abroad(part, this.template.prefix));
    this.#known.set(key, text);
    return text;
  }

  #readOutput(name: string): Text | undefined {
    const output = valueAt(this.template.root, "Outputs", name);
    if (!isRecord(output) || output.Value === undefined || !this.#isThere(output)) return undefined;
    const at = this.#place("Outputs", name, "Value");
    return this.values.text(output.Value, at);
  }

  #isThere({ Condition: condition }: Readonly<Record<string, unknown>>): boolean {
    return typeof condition !== "string" || holds(this.template, condition) !== "no";
  }

  /** What it offers to others of its region, and of other ones. */
  *exports(): Iterable<Export> {
    const outputs = valueAt(this.template.root, "Outputs");
    for (const [output, declared] of isRecord(outputs) ? Object.entries(outputs) : []) {
      const name = valueAt(declared, "Export", "Name");
      const at = this.#place("Outputs", output, "Export", "Name");
      if (name !== undefined)
        yield { name: this.values.text(name, at), place: this.given, read: () => this.output(output) };
    }
    for (const { id, name, region, value } of handovers(this.template)) {
      const at = this.#place("Resources", id, "Properties", "WriterProps", "exports", name);
      const read = () => this.#offered(`handover ${name}`, () => this.values.text(value, at));
      yield { name: [name], place: { ...this.given, ...(region !== undefined && { region }) }, read };
    }
  }

  #place(...steps: readonly string[]): SourceLocation {
    return inside({ document: this.document, pointer: "" }, ...steps);
  }
}

/** What waits for a resource of a stack, as it is told where another one reads it: by its whole address. */
function abroad(part: string | Hole, prefix: string): string | Hole {
  if (typeof part === "string") return part;
  const refs = part.refs.map((ref) => {
    const isOwn = ref.targets.some((target) => target.startsWith(prefix)) && !ref.expression.startsWith(prefix);
    return isOwn ? { ...ref, expression: prefix + ref.expression } : ref;
  });
  // What a hole is known by must not get lost where nothing changes.
  return refs.every((ref, i) => ref === part.refs[i]) ? part : { ...part, refs };
}
