/** Where a value stands in the bytes, and how many keys it has, at every depth. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly keys: number;
}

/** Members of a record that are read of a resource which somebody wants. */
const ofRecord = ["name", "index", "previous_address"] as const;
/** The same, of its change. */
const ofChange = ["before", "after", "after_unknown", "before_sensitive", "after_sensitive"] as const;

export type PartName = (typeof ofRecord)[number] | (typeof ofChange)[number];

/** What comes after a change before what was there before it: the two are mostly the same. */
export const partNames: readonly PartName[] = [
  ...ofRecord,
  "after",
  "before",
  "after_unknown",
  "before_sensitive",
  "after_sensitive",
];

/** The parts of an ordinary change. */
export type Parts = { readonly [Name in PartName]?: Part };

const recordParts: ReadonlySet<string> = new Set(ofRecord);
const changeParts: ReadonlySet<string> = new Set(ofChange);
const changeRest = new Set(["actions", "replace_paths"]);
const recordRest = new Set([
  "address",
  "module_address",
  "mode",
  "type",
  "provider_name",
  "deposed",
  "change",
  "action_reason",
]);

/** Takes down the parts of one record, as long as nothing stands in it that only who reads it whole would understand. */
export class PartsDraft {
  #parts: { [Name in PartName]?: Part } | undefined = {};

  ofRecord(name: string, start: number, end: number, keys: number): void {
    if (recordParts.has(name)) this.#note(name as PartName, { start, end, keys });
    else if (!recordRest.has(name)) this.#parts = undefined;
  }

  ofChange(name: string, start: number, end: number, keys: number): void {
    if (changeParts.has(name)) this.#note(name as PartName, { start, end, keys });
    else if (!changeRest.has(name)) this.#parts = undefined;
  }

  get parts(): Parts | undefined {
    return this.#parts;
  }

  /** Of what stands twice nobody can say which is meant. */
  #note(name: PartName, part: Part): void {
    if (this.#parts?.[name] !== undefined) this.#parts = undefined;
    else if (this.#parts !== undefined) this.#parts[name] = part;
  }
}
