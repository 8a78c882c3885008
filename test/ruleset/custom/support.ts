import { readFileSync } from "node:fs";
import type { DocumentHole, GraphDocument } from "#model/graph-document.ts";
import type { Truth } from "#model/truth.ts";
import { runTest } from "#ruleset/assertions/run.ts";
import { fieldOf } from "#ruleset/custom/field.ts";
import { Links } from "#ruleset/custom/links.ts";
import { readField } from "#ruleset/custom/read-field.ts";

const path = new URL("../../../fixtures/graph/role-with-unknown-arn.json", import.meta.url);

/** A role that a Lambda function assumes; it may do everything with orders, and decrypt with a key that is not there yet. */
export const graph = JSON.parse(readFileSync(path, "utf8")) as GraphDocument;

export const later: DocumentHole = { reason: "computed-at-apply", waitsFor: ["aws_kms_key.main.arn"] };

/** A text of literals, and of holes where there is none. */
export function text(...parts: readonly (string | undefined)[]) {
  return { shown: parts.map((part) => part ?? "…").join(""), parts: parts.map((part) => part ?? later) };
}

export interface Asked {
  readonly thing: unknown;
  readonly field: string;
  readonly test: unknown;
  readonly in?: GraphDocument;
}

/** What a test of a field answers. */
export function ask({ thing, field, test, in: document = graph }: Asked): Truth {
  const links = new Links(document);
  const valuesOf = (name: string) => readField(thing, fieldOf(name), links);
  return runTest(test, valuesOf(field), valuesOf);
}
