import type { Answer, OpenStatement } from "#model/semantics.ts";
import { holesOf } from "#model/text.ts";
import { both, either, not, type Truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { isAttribute } from "./patterns.ts";
import { pinsNobody } from "./pins.ts";
import { isShut } from "./shut.ts";

/** Whether anyone may use an allowing statement: see `Semantics.openToAnyone`. */
export function openToAnyone(statement: OpenStatement, document: readonly OpenStatement[]): Answer {
  const effect = allows(statement);
  const anyone = namesAnyone(statement);
  const denied = both(effect, anyone.holds) === "no" ? no : isShut(statement, document);
  const unread: Truth = statement.unread === undefined ? "yes" : "unknown";
  const holds = both(effect, anyone.holds, pinsNobody(statement.conditions), unread, not(denied.holds));
  return {
    holds,
    waits:
      holds === "unknown"
        ? [
            ...anyone.waits,
            ...conditionHoles(statement),
            ...(statement.unread === undefined ? [] : [statement.unread]),
            ...denied.waits,
          ]
        : [],
  };
}

const no: Answer = { holds: "no", waits: [] };

export function allows(statement: OpenStatement): Truth {
  if (!statement.effect.known) return "unknown";
  return statement.effect.value === "allow" ? "yes" : "no";
}

/** Everybody but a few is everybody. A principal that is not known yet may be anyone, unless it can only be an attribute of a resource. */
function namesAnyone(statement: OpenStatement): { readonly holds: Truth; readonly waits: readonly Hole[] } {
  const set = statement.principals;
  if (set === undefined) return { holds: "no", waits: [] };
  if (set.match === "all-except") return { holds: "yes", waits: [] };
  const unknowns = set.principals.flatMap((one) =>
    one.kind === "unknown" && !isAttribute(one.hole) ? [one.hole] : [],
  );
  const anyone: Truth = set.principals.some((one) => one.kind === "anyone") ? "yes" : "no";
  return { holds: either(anyone, ...unknowns.map((): Truth => "unknown")), waits: unknowns };
}

function conditionHoles(statement: OpenStatement): readonly Hole[] {
  return statement.conditions.flatMap((one) => [one.key, ...one.values].flatMap(holesOf));
}
