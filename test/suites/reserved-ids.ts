/** Ids of rules that are no more. None is given to another rule: rulesets and exceptions may still name it. */
export const reservedIds: readonly string[] = [];

/** Rules that no preset has, each with the reason why one must ask for it. */
export const optIn: ReadonlyMap<string, string> = new Map();
