import type { StatementPart } from "#model/finding.ts";
import type { PermissionStatement } from "#model/policy.ts";
import { showText } from "#model/text.ts";

/** The parts of a statement that name its actions: each of its patterns, or the element that names all others. */
export function actionParts({ id, actions }: PermissionStatement): readonly StatementPart[] {
  if (actions.match === "all-except") return [{ statement: id, part: "NotAction" }];
  return actions.patterns.map((one) => ({ statement: id, part: showText(one).toLowerCase() }));
}
