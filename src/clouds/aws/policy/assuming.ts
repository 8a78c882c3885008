import { matchesGlob } from "#model/glob.ts";
import type { PatternSet } from "#model/pattern.ts";
import { literalText } from "#model/text.ts";
import { knownPatterns, patternHoles } from "./patterns.ts";

/**
 * The actions that make somebody a role. The others of a trust policy (sts:TagSession, sts:SetSourceIdentity) only say what a session may carry.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
 */
const assumingActions = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity"];

/** Of the actions of a trust statement those that let somebody in, in lower case; what is not known may be one. */
export function assuming(actions: PatternSet): PatternSet {
  const known = knownPatterns(actions).map((one) => one.toLowerCase());
  const named = assumingActions.filter((action) => known.some((pattern) => matchesGlob(pattern, action)));
  const holes = patternHoles(actions).map((hole) => [hole]);
  if (actions.match === "only") return { match: "only", patterns: [...named.map(literalText), ...holes] };
  const rest = assumingActions.filter((action) => !named.includes(action));
  return { match: "only", patterns: holes.length > 0 && rest.length > 0 ? holes : rest.map(literalText) };
}
