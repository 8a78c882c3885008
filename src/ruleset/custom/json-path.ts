import { JSONPath } from "jsonpath-plus";
import type { GraphDocument } from "#model/graph-document.ts";

/** What a path leads to, and the keys and positions on the way from the top. */
export interface Followed {
  readonly value: unknown;
  readonly steps: readonly string[];
}

export type FollowPath = (document: GraphDocument, path: string) => readonly Followed[];

/**
 * Follows a JSONPath. `eval: false`, always: the library would run scripts and filters, which a ruleset must never bring about; it throws where a path has any.
 * This is the only place that calls it. https://github.com/JSONPath-Plus/JSONPath
 */
export const followPath: FollowPath = (document, path) => {
  const found: unknown = JSONPath({ path, json: document, resultType: "all", eval: false, wrap: true });
  return (Array.isArray(found) ? found : []).map(({ value, pointer }: { value: unknown; pointer: string }) => ({
    value,
    steps: pointer.split("/").slice(1).map(unescaped),
  }));
};

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
