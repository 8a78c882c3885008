import type { GraphDocument } from "#model/graph-document.ts";
import { isSimple } from "./given.ts";
import type { Followed, FollowPath } from "./json-path.ts";
import { pathOf } from "./selectors.ts";
import { standInsFor } from "./unread.ts";

/** How the things that a rule is about are found in a document. */
export type Select = (document: GraphDocument) => readonly Followed[];

/** Prepares a `given`. The library for paths is only loaded for those that are more than names and `[*]`. */
export async function selectFor(given: string): Promise<Select> {
  const path = pathOf(given);
  if (path === undefined) throw new Error(`not a selector: ${given}`);
  const standIns = standInsFor(given);
  if (isSimple(path)) return (document) => [...follow(document, path), ...standIns(document)];
  const { followPath }: { followPath: FollowPath } = await import("./json-path.ts");
  return (document) => [...followPath(document, path), ...standIns(document)];
}

function follow(document: GraphDocument, path: string): readonly Followed[] {
  let found: readonly Followed[] = [{ value: document, steps: [] }];
  for (const [step, name] of path.matchAll(/\[\*\]|\.([^.[]+)/g))
    found = found.flatMap((one) => (step === "[*]" ? each(one) : under(one, name ?? "")));
  return found;
}

function each({ value, steps }: Followed): readonly Followed[] {
  if (Array.isArray(value)) return value.map((item: unknown, i) => ({ value: item, steps: [...steps, String(i)] }));
  return typeof value === "object" && value !== null
    ? Object.entries(value).map(([key, item]: readonly [string, unknown]) => ({ value: item, steps: [...steps, key] }))
    : [];
}

function under({ value, steps }: Followed, key: string): readonly Followed[] {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? [{ value: Reflect.get(value, key), steps: [...steps, key] }]
    : [];
}
