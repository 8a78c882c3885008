import { isRecord } from "#model/json-tree.ts";
import { callIn } from "../calls.ts";
import { isMissing, isNothing, isTrue } from "./language.ts";
import type { Json, Part, Serverless } from "./parts.ts";

/** Tags as resources have them, with the one that SAM sets; what a function makes is not known here. */
export function tagsOf(written: unknown, own: Json): unknown {
  if (callIn(written) !== undefined && !isNothing(written)) return written;
  const tags = isRecord(written) && !isNothing(written) ? written : {};
  return Object.entries({ ...own, ...tags }).map(([Key, Value]) => ({ Key, Value: Value ?? "" }));
}

/** What gets the tags of the resource that it is made of, in place of its own, where the author wants that. */
const tagged = new Set([
  "AWS::IAM::Role",
  "AWS::IoT::TopicRule",
  "AWS::Lambda::Function",
  "AWS::StepFunctions::StateMachine",
]);

export function propagated({ properties }: Serverless, parts: readonly Part[]): readonly Part[] {
  if (!isTrue(properties.PropagateTags) || isMissing(properties.Tags)) return parts;
  const tags = tagsOf(properties.Tags, {});
  return parts.map((one) =>
    "type" in one && tagged.has(one.type) ? { ...one, properties: { ...one.properties, Tags: tags } } : one,
  );
}
