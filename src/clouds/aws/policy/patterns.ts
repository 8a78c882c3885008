import { matchesGlob } from "#model/glob.ts";
import type { PatternSet } from "#model/pattern.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { either, type Truth } from "#model/truth.ts";
import type { Hole, Reference } from "#model/value.ts";

const known = new WeakMap<PatternSet, readonly string[]>();

/** The patterns that are wholly known. They are asked for again and again: every statement is weighed against every denial. */
export function knownPatterns(set: PatternSet): readonly string[] {
  const found = known.get(set) ?? knownIn(set);
  known.set(set, found);
  return found;
}

function knownIn(set: PatternSet): readonly string[] {
  return set.patterns.flatMap((text) => {
    const value = wholeText(text);
    return value.known ? [value.value] : [];
  });
}

/** What the patterns wait for that are not wholly known. */
export function patternHoles(set: PatternSet): readonly Hole[] {
  return set.patterns.flatMap((text) => (wholeText(text).known ? [] : holesOf(text)));
}

/** Whether a resource pattern matches everything: `*`, or an ARN with nothing but wildcards behind the partition. */
export function isStar(pattern: string): boolean {
  return /^\*+$/.test(pattern) || /^arn:[^:]*(:\*)+$/.test(pattern) || /^arn:\*+$/.test(pattern);
}

/** Whether a set of resources is everything. Where all but a few are meant, the few do not matter. */
export function isEverything(set: PatternSet): { readonly holds: Truth; readonly waits: readonly Hole[] } {
  if (set.match === "all-except") {
    return { holds: knownPatterns(set).some((one) => isStar(one)) ? "no" : "yes", waits: [] };
  }
  const open = set.patterns.filter(mayBeStar);
  const holds = either(
    ...knownPatterns(set).map((one): Truth => (isStar(one) ? "yes" : "no")),
    ...open.map((): Truth => "unknown"),
  );
  return { holds, waits: open.flatMap(holesOf) };
}

/** A hole that stands alone may become anything, unless it is an attribute of some resource: no resource's name or ARN is a star. */
function mayBeStar(text: Text): boolean {
  const [only] = text;
  return (
    text.length === 1 &&
    only !== undefined &&
    typeof only !== "string" &&
    only.predicted === undefined &&
    !isAttribute(only)
  );
}

/** Whether a hole can only become a name of resources of the plan: an ARN, an id, an address; or is certain as it is. */
export function isAttribute(hole: Hole): boolean {
  if (hole.predicted !== undefined) return true;
  return hole.refs.length > 0 && hole.refs.every((ref) => ref.targets.length > 0 && isName(ref));
}

/** Whatever else a resource has (the value of a parameter, an output, a document) is what somebody wrote. Plans lose some attributes. */
function isName({ attribute, targets, certainty }: Reference): boolean {
  // Where several values wait for the same resources, some may come from elsewhere.
  if (attribute === undefined) return certainty !== "set" && !targets.some((address) => carriers.test(address));
  return names.test(attribute) && !attribute.startsWith("outputs");
}

const names = /(^|[._])(arns?|ids?|names?|bucket|url|ip|cidr_blocks?)$/;

/** Types that are there to hold any text. */
const carriers =
  /:(StackReference|Parameter|SecretVersion|Stack|Invocation|Command|Resource)::|(^|\.)(aws_iam_policy_document|aws_ssm_parameter|aws_secretsmanager_secret_version|aws_cloudformation_stack|aws_lambda_invocation|external|http|terraform_data|terraform_remote_state|null_data_source)\./;

/** Whether everything that `inner` matches is matched by `outer` too. A no may be a yes that we cannot see. */
export function surelyCovers(outer: string, inner: string): boolean {
  const [first] = outer;
  if (first !== undefined && first !== "*" && first !== "?" && first !== inner[0]) return false;
  return matchesGlob(outer, inner.replaceAll("*", "\u0000\u0000"));
}

/** Whether a set surely contains whatever a pattern matches. */
export function surelyContains(set: PatternSet, pattern: string): boolean {
  if (set.match === "only") return knownPatterns(set).some((one) => surelyCovers(one, pattern));
  return patternHoles(set).length === 0 && !knownPatterns(set).some((one) => mayOverlap(one, pattern));
}

/** Whether two patterns may match a common string; only a fixed beginning that differs excludes it. */
function mayOverlap(a: string, b: string): boolean {
  const first = beginning(a);
  const second = beginning(b);
  return first.startsWith(second) || second.startsWith(first);
}

function beginning(pattern: string): string {
  return pattern.split(/[*?]/, 1)[0] ?? "";
}
