import { isRecord } from "#model/json-tree.ts";
import { at, type Json, recordAt } from "../json/shape.ts";

/** A tag with its value as the manifest has it. */
type Tag = readonly [key: string, value: unknown];

/**
 * Tags that CloudFormation puts on all that a stack makes. Before schema 6 they stood in the metadata of the stack, also with capital letters.
 * A tag that is no text, which nobody can tell anything of, is handed to `refused`.
 */
export function tagsOf(artifact: Json, refused: (key: string) => Error): ReadonlyMap<string, string> {
  const written = recordAt(artifact, "properties", "tags");
  const tags = written === undefined ? tagsInMetadata(at(artifact, "metadata")) : Object.entries(written);
  return new Map(tags.map(([key, value]) => [key, textOf(key, value, refused)] as const));
}

function tagsInMetadata(metadata: unknown): readonly Tag[] {
  const entries = isRecord(metadata) ? Object.values(metadata).flatMap(recordsIn) : [];
  return entries
    .filter((one) => one.type === "aws:cdk:stack-tags")
    .flatMap(({ data }) => recordsIn(data).flatMap(tagOf));
}

function tagOf(tag: Json): readonly Tag[] {
  const key = tag.key ?? tag.Key;
  return typeof key === "string" ? [[key, tag.value ?? tag.Value]] : [];
}

function recordsIn(list: unknown): readonly Json[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function textOf(key: string, value: unknown, refused: (key: string) => Error): string {
  if (typeof value !== "string") throw refused(key);
  return value;
}
