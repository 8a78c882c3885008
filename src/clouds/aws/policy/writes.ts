import type { PermissionStatement } from "#model/policy.ts";
import type { Answer } from "#model/semantics.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import { type ActionTable, beyondReading } from "../data/actions.ts";
import { lowered } from "./deny.ts";
import { allows } from "./open.ts";
import { knownPatterns, patternHoles } from "./patterns.ts";

/** Whether a statement lets its holder do more than read: see `Semantics.writes`. */
export function writes(statement: PermissionStatement, table: ActionTable): Answer {
  const holes = patternHoles(statement.actions);
  const known = knownPatterns(lowered(statement.actions));
  const beyond: Truth =
    statement.actions.match === "all-except"
      ? "yes"
      : either(truth(known.some((one) => table.expand(one).some(beyondReading))), holes.length > 0 ? "unknown" : "no");
  const holds = both(allows(statement), beyond);
  const waits = [...(statement.effect.known ? [] : [statement.effect.hole]), ...holes];
  return { holds, waits: holds === "unknown" ? waits : [] };
}
