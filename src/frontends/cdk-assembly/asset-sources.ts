import { parseJson } from "#model/json-tree.ts";
import { recordAt, textAt } from "../json/shape.ts";

/**
 * The files that assets are made of, by the names under which they will be published: a stack knows a nested one by the URL of that.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_cloud-assembly-schema.FileAsset.html
 */
export function sourcesIn(text: string): ReadonlyMap<string, string> {
  const files = Object.values(recordAt(parseJson(text), "files") ?? {});
  const named = files.flatMap((file) => {
    const path = textAt(file, "source", "path");
    return path === undefined ? [] : keysOf(file).map((key) => [key, path] as const);
  });
  return new Map(named);
}

/** The last steps of the keys that a file gets in buckets. */
function keysOf(file: unknown): readonly string[] {
  const places = Object.values(recordAt(file, "destinations") ?? {});
  return places.flatMap((place) => textAt(place, "objectKey")?.split("/").at(-1) ?? []);
}
