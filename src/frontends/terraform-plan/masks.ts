import { isRecord } from "#model/json-tree.ts";

/** Stands in a mask where a value was taken out because it is sensitive, as `true` stands where it is not known. */
export const takenOut = Symbol("taken out");

/**
 * The mask of what is unknown, with what is sensitive added to it. Only plans whose sensitive values were replaced need
 * it: what stands in their place says nothing.
 */
export function withTakenOut(unknown: unknown, sensitive: unknown): unknown {
  if (sensitive === true) return takenOut;
  if (unknown === true) return true;
  if (Array.isArray(sensitive)) {
    const list: readonly unknown[] = Array.isArray(unknown) ? unknown : [];
    return Array.from({ length: Math.max(list.length, sensitive.length) }, (_, i) =>
      withTakenOut(list[i], sensitive[i]),
    );
  }
  if (!isRecord(sensitive)) return unknown;
  const record = isRecord(unknown) ? unknown : {};
  const keys = new Set([...Object.keys(record), ...Object.keys(sensitive)]);
  return Object.fromEntries([...keys].map((key) => [key, withTakenOut(own(record, key), own(sensitive, key))]));
}

/** Whether anything is masked. Lists keep `false` for what is known, and empty collections appear as such. */
export function masksAnything(mask: unknown): boolean {
  if (Array.isArray(mask)) return mask.some(masksAnything);
  return isRecord(mask) ? Object.values(mask).some(masksAnything) : mask === true || mask === takenOut;
}

export function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
