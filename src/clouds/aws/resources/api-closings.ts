import { wholeText } from "#model/text.ts";
import { elements, textOf } from "#model/tree.ts";
import { truth } from "#model/truth.ts";
import { type Hole, hole, type Value } from "#model/value.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { Tied } from "../link/ties.ts";
import type { Closing } from "./openness.ts";

/** Browsers ask by OPTIONS before they send a request, and never prove who they are by it. https://developer.mozilla.org/docs/Web/HTTP/CORS#preflighted_requests */
export function isPreflight(verb: Value<string>): Closing {
  return closing(verb, (value) => value === "OPTIONS", "OPTIONS is what browsers ask before a request", "its verb");
}

/** Answers that are made up run nothing. */
export function isMock({ resources, unread }: Tied): Closing {
  const types = resources.map((one) => closingOfType(one));
  const open = types.find(({ holds }) => holds === "no");
  if (open !== undefined) return open;
  const doubt = types.find(({ holds }) => holds === "unknown");
  if (doubt !== undefined) return doubt;
  if (resources.length > 0) return types[0] ?? never;
  return unread === undefined ? never : { holds: "unknown", because: "what it runs is not known yet", waits: [unread] };
}

function closingOfType(integration: Resource): Closing {
  const type = textOfOne(integration, "type");
  return closing(type, (value) => value === "MOCK", "its answer is made up", "the type of its integration");
}

/** Who is outside of its network reaches no private API. One that is made elsewhere may be private. */
export function isPrivate(api: Resource | Hole): Closing {
  const isElsewhere = { holds: "unknown", because: "whether its API is private is not told" } as const;
  if (!("change" in api)) return { ...isElsewhere, waits: [api] };
  const types = leavesAt(api.values, "endpoint_configuration.types").flatMap(elements).filter(isSet);
  const values = types.map((one) => read(textOf(one)));
  const said = values.find((one) => !one.known || one.value === "PRIVATE");
  return said === undefined ? never : closing(said, () => true, "its API is private", "whether its API is private");
}

const never: Closing = { holds: "no", because: "", waits: [] };

function closing(value: Value<string>, closes: (value: string) => boolean, because: string, what: string): Closing {
  if (value.known) return { holds: truth(closes(value.value)), because, waits: [] };
  return { holds: "unknown", because: `${what} is not known yet`, waits: [value.hole] };
}

export function textOfOne(resource: Resource, name: string): Value<string> {
  return read(attribute(resource, name));
}

function read(text: ReturnType<typeof textOf>): Value<string> {
  return text === undefined ? { known: false, hole: hole("unresolved-reference") } : wholeText(text);
}
