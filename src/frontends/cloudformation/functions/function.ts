import type { SourceLocation } from "#model/location.ts";
import type { Text } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import type { Given } from "../../frontend.ts";
import { waitsFor } from "../holes.ts";
import type { Template } from "../template.ts";
import { unknownTree } from "../texts.ts";

/** What a template learns from others. Undefined is what none of them tells. */
export interface Others {
  /** What a stack of the same account and region exports under a name. */
  exported(name: string): Text | undefined;
  /** An output of a stack that is told by its name. */
  outputOf(stack: NamedStack, output: string): Text | undefined;
  /** An output of a nested stack. */
  nestedOutput(id: string, output: string): Text | undefined;
}

/** A stack as `Fn::GetStackOutput` names it; what is left out is that of the template. */
export interface NamedStack {
  readonly name: string;
  readonly region?: string;
  readonly account?: string;
}

/** What works out the values of a template. */
export interface Evaluator {
  readonly template: Template;
  readonly given: Given;
  readonly others: Others;
  tree(raw: unknown, at: SourceLocation): Tree;
  /** What stands in a text where a value is put into it; what is no text is a hole. */
  text(raw: unknown, at: SourceLocation): Text;
}

/** Where a function stands, where its argument does, and what works out the rest. */
export interface Standpoint {
  readonly at: SourceLocation;
  readonly below: SourceLocation;
  readonly values: Evaluator;
}

export type Evaluate = (argument: unknown, from: Standpoint) => Tree;

/** A function whose argument has not the shape that it needs. */
export function odd(name: string, { at }: Standpoint): Tree {
  return unknownTree(waitsFor(name, "unsupported-expression"), at);
}

/** The arguments of a function that takes several. */
export function listed(argument: unknown): readonly unknown[] {
  return Array.isArray(argument) ? argument : [];
}

/** A name with something behind a dot, as in `Role.Arn`. */
export function atDot(text: string): readonly [string, string | undefined] {
  const dot = text.indexOf(".");
  return dot < 0 ? [text, undefined] : [text.slice(0, dot), text.slice(dot + 1)];
}
