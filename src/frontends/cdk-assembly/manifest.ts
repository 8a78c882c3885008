import { InputError } from "#model/input-error.ts";
import { isRecord } from "#model/json-tree.ts";
import { at, type Json, listAt, recordAt, textAt } from "../json/shape.ts";

/** A stack of a cloud assembly: the file of its template, and what the manifest tells of where it goes. */
export interface Stack {
  readonly template: string;
  /** Twelve digits; absent when the app leaves it open. */
  readonly account?: string;
  /** Tags that CloudFormation puts on all that the stack makes. */
  readonly tags: ReadonlyMap<string, string>;
}

/** What a manifest lists, as far as it is about access. */
export interface Manifest {
  readonly stacks: readonly Stack[];
  /** Folders of the assemblies inside of it: the stages of the app. */
  readonly nested: readonly string[];
  /** Look-ups that the app could not make: it put made-up values in their place. */
  readonly missing: number;
}

/**
 * Reads the manifest of a cloud assembly; undefined where a document is none.
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-app
 * @throws InputError when a stack names no template.
 */
export function manifestOf(path: string, text: string): Manifest | undefined {
  const manifest = parsed(text);
  const artifacts = recordAt(manifest, "artifacts");
  if (artifacts === undefined || textAt(manifest, "version") === undefined) return undefined;
  const all = Object.entries(artifacts).flatMap(([id, one]) => (isRecord(one) ? [{ id, one }] : []));
  const ofType = (type: string) => all.filter(({ one }) => one.type === type);
  return {
    stacks: ofType("aws:cloudformation:stack").map(({ id, one }) => stackOf(path, id, one)),
    nested: ofType("cdk:cloud-assembly").flatMap(({ one }) => textAt(one, "properties", "directoryName") ?? []),
    missing: listAt(manifest, "missing").length,
  };
}

function stackOf(path: string, id: string, artifact: Json): Stack {
  const template = textAt(artifact, "properties", "templateFile");
  if (template === undefined)
    throw new InputError(3, "broken-assembly", `${path}: stack ${id} names no template`, "make it anew: cdk synth");
  const account = /^aws:\/\/(\d{12})\//.exec(textAt(artifact, "environment") ?? "aws://unknown-account/")?.[1];
  return { template, tags: tagsOf(artifact), ...(account !== undefined && { account }) };
}

function tagsOf(artifact: Json): ReadonlyMap<string, string> {
  const tags = Object.entries(recordAt(at(artifact, "properties", "tags")) ?? {});
  return new Map(tags.flatMap(([key, value]) => (typeof value === "string" ? [[key, value] as const] : [])));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
