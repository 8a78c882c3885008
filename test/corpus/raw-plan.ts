import { isRecord } from "#model/json-tree.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A resource that a plan leaves behind, straight from its JSON. */
export interface RawResource {
  readonly address: string;
  readonly type: string;
  readonly values: Json;
  /** What is unknown of them; undefined where the plan does not tell. */
  readonly unknown: Json | undefined;
}

/** Everything that this plan manages and that is there afterwards. */
export function rawResources(plan: Json): readonly RawResource[] {
  if (Array.isArray(plan.resource_changes)) return plan.resource_changes.filter(isStaying).map(changed);
  const planned = statesBelow(at(plan, "planned_values", "root_module"));
  const drifted = listOf(plan.resource_drift).filter(isRecord).filter(isStaying).map(changed);
  const found = new Map([...planned, ...drifted].map((one) => [one.address, one]));
  return [...found.values()];
}

/** What was only looked up when the plan was made. */
export function lookedUp(plan: Json): readonly string[] {
  return recordsBelow(at(plan, "prior_state", "values", "root_module"))
    .filter((one) => one.mode === "data")
    .map((one) => String(one.address));
}

function isStaying(record: unknown): record is Json {
  if (!isRecord(record) || record.mode !== "managed" || record.deposed !== undefined) return false;
  if (listOf(at(record, "change", "actions")).every((one) => one === "delete" || one === "forget")) return false;
  // Terraform also lists what is neither there nor will be: no action, nothing before, nothing after.
  return at(record, "change", "before") !== null || at(record, "change", "after") !== null;
}

function changed(record: Json): RawResource {
  const values = at(record, "change", "after");
  const unknown = at(record, "change", "after_unknown");
  return { ...names(record), values: isRecord(values) ? values : {}, unknown: isRecord(unknown) ? unknown : undefined };
}

function statesBelow(module: unknown): readonly RawResource[] {
  return recordsBelow(module)
    .filter((one) => one.mode === "managed")
    .map((one) => ({ ...names(one), values: isRecord(one.values) ? one.values : {}, unknown: undefined }));
}

function recordsBelow(module: unknown): readonly Json[] {
  const own = listOf(at(module, "resources")).filter(isRecord);
  return [...own, ...listOf(at(module, "child_modules")).flatMap(recordsBelow)];
}

function names(record: Json): { readonly address: string; readonly type: string } {
  return { address: String(record.address), type: String(record.type) };
}

export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((one, key) => (isRecord(one) ? one[key] : undefined), value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
