import type { EndpointOpenness } from "#model/endpoint.ts";
import { wholeText } from "#model/text.ts";
import { type Tree, textOf } from "#model/tree.ts";
import { type Truth, truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";

/** Something that shuts an endpoint, whatever it asks of its callers, and why. */
export interface Closing {
  readonly holds: Truth;
  readonly because: string;
  readonly waits: readonly Hole[];
}

/** Whether an endpoint asks nobody who he is: `NONE` says so, and so does nothing where that is the default. */
export function opennessBy(tree: Tree, name: string): EndpointOpenness {
  const { at } = tree;
  const text = textOf(tree);
  const value = text === undefined ? undefined : wholeText(text);
  if (value === undefined || (!value.known && value.hole.unset))
    return { holds: "yes", because: `no ${name}`, waits: [], at };
  if (!value.known) return { holds: "unknown", because: `${name} is not known yet`, waits: [value.hole], at };
  return { holds: truth(value.value === "NONE"), because: `${name} ${value.value}`, waits: [], at };
}

/** The same, unless something else shuts it. */
export function unlessClosed(open: EndpointOpenness, closings: readonly Closing[]): EndpointOpenness {
  const shut = closings.find(({ holds }) => holds === "yes");
  if (shut !== undefined) return { ...open, holds: "no", because: shut.because, waits: [] };
  const doubts = closings.filter(({ holds }) => holds === "unknown");
  if (open.holds === "no" || doubts.length === 0) return open;
  const because = [open.because, ...doubts.map((one) => one.because)].join(", ");
  return { ...open, holds: "unknown", because, waits: [...open.waits, ...doubts.flatMap(({ waits }) => waits)] };
}
