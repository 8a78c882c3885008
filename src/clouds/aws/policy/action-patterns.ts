import type { Answer, OpenStatement } from "#model/semantics.ts";
import { holesOf, showText, wholeText } from "#model/text.ts";
import { both, type Truth } from "#model/truth.ts";
import { allows } from "./open.ts";

/** The patterns of an allowing statement that hold more than one action: see `Semantics.actionPatterns`. */
export function actionPatterns(statement: OpenStatement): readonly (Answer & { readonly pattern: string })[] {
  const allowed = allows(statement);
  if (allowed === "no" || statement.actions.match === "all-except") return [];
  return statement.actions.patterns.flatMap((text) => {
    const value = wholeText(text);
    if (value.known && !/[*?]/.test(value.value)) return [];
    const holds = both(allowed, value.known ? "yes" : "unknown") satisfies Truth;
    const effect = statement.effect.known ? [] : [statement.effect.hole];
    const waits = holds === "unknown" ? [...effect, ...(value.known ? [] : holesOf(text))] : [];
    return [{ pattern: showText(text).toLowerCase(), holds, waits }];
  });
}
