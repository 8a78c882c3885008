import type { Place } from "./mistake.ts";
import type { RulesetFile } from "./schema.ts";

/** Steps from the top of a ruleset to a part of it. */
export type Path = readonly PropertyKey[];

/** One preset or one file, read and valid by itself; layers are merged in order. */
export interface Layer {
  /** `recommended`, or the path of a file. */
  readonly source: string;
  readonly kind: "preset" | "file";
  readonly content: RulesetFile;
  /** Where a part of it stands. */
  place(path: Path): Place;
}

export function presetLayer(name: string, content: RulesetFile): Layer {
  return { source: name, kind: "preset", content, place: () => ({ file: `preset ${name}`, line: 1, column: 1 }) };
}
