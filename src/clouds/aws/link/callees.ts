import type { EndpointTarget } from "#model/endpoint.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { type Tree, textOf } from "#model/tree.ts";
import { isSet } from "./attach.ts";
import type { Linking } from "./linking.ts";
import type { Resource } from "./resource.ts";
import { nodeOf } from "./world.ts";

/** The function that an address of an API names; none for an address on the web, or of something else. */
export function functionAt(tree: Tree, from: Resource, linking: Linking): readonly EndpointTarget[] {
  const text = textOf(tree);
  if (text === undefined) return [];
  const value = wholeText(text);
  const node = value.known ? named(value.value, from, linking) : referred(text, linking);
  const isFunction = node !== undefined || (value.known && /:lambda:/.test(value.value));
  return isFunction ? [{ how: "runs", text, at: tree.at, ...(node !== undefined && { node }) }] : [];
}

/** `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations`, or the ARN itself. */
function named(uri: string, from: Resource, linking: Linking): string | undefined {
  const arn = /arn:[\w-]+:lambda:[\w-]*:\d*:function:[\w-]+/.exec(uri)?.[0];
  const link = arn === undefined ? undefined : linking.world.link([arn], ["function"], from);
  return link?.kind === "thing" ? nodeOf(link.thing) : undefined;
}

/** An address is put together of several things, one of which is the function. */
function referred(text: Text, linking: Linking): string | undefined {
  for (const ref of holesOf(text).flatMap(({ refs }) => refs)) {
    const target = linking.world.target(ref);
    const thing = target === undefined ? undefined : linking.world.thingAt(target.change.address);
    if (thing?.naming.kind === "function") return nodeOf(thing);
  }
  return undefined;
}

/** The role that an integration uses to call another service. */
export function roleAt(tree: Tree, from: Resource, linking: Linking): readonly EndpointTarget[] {
  const text = textOf(tree);
  if (text === undefined || text.length === 0 || !isSet(tree)) return [];
  const node = linking.identity(text, "role", from);
  return [{ how: "runs", text, at: tree.at, ...(node !== undefined && { node }) }];
}
