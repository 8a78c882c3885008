import type { PatternSet } from "#model/pattern.ts";
import type { Text } from "#model/text.ts";
import { both, type Truth, truth } from "#model/truth.ts";
import { firmOf } from "./effective-star.ts";
import { isAttribute } from "./patterns.ts";

/** Whether each resource is one that has a name, or stands inside of one: `arn:aws:s3:::orders/*` and `table/orders`, but neither `*` nor `table/*`. */
export function namesResources({ match, patterns }: PatternSet): Truth {
  return match === "all-except" || patterns.length === 0 ? "no" : both(...patterns.map(namesOne));
}

function namesOne(text: Text): Truth {
  const [first] = text;
  if (typeof first === "object" && isAttribute(first) && first.predicted === undefined) return "yes";
  const pattern = firmOf(text);
  return pattern === undefined ? "unknown" : truth(hasName(pattern));
}

/** Most services put the type before the name: `table/orders`, `function:orders`. Buckets, queues and topics have no type. */
function hasName(arn: string): boolean {
  const [scheme, , service, , , ...rest] = arn.split(":");
  if (scheme !== "arn" || rest.length === 0) return false;
  const parts = rest.join(":").split(/[/:]/);
  const named = parts.filter((part) => !/^[*?]/.test(part) && part !== "").length;
  return named >= (parts.length === 1 || service === "s3" ? 1 : 2);
}
