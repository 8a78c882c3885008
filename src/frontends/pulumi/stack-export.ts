import { below } from "../json/pointer.ts";
import type { Deployment, Step } from "./document.ts";
import { type Form, topOf } from "./form.ts";

/**
 * What `pulumi stack export` writes, or the file of a stack in a backend of one's own: what is deployed now.
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go
 */
export function readStack(form: Form): Deployment {
  const { notices } = form;
  const steps: Step[] = [];
  const [at, pointer, depth] = resourcesIn(form);
  const { members } = form;
  if (at !== undefined)
    members.objects(
      at,
      depth,
      (item, i) => {
        const [places, end] = members.places(item, depth + 1, `${pointer}/${i}`);
        const urn = textAt(form, places.get("urn"));
        if (urn === undefined) notices.odd(`${pointer}/${i}`);
        else steps.push(...stepOf(form, { item, depth: depth + 1, urn, place: `${pointer}/${i}` }));
        return end;
      },
      (i) => notices.odd(`${pointer}/${i}`),
    );
  const message =
    "this is what is deployed, and no change of it: pulumi preview --json --show-sames > preview.json tells one";
  notices.say("info", "no-change-told", "", message);
  return { format: "Pulumi stack", steps, config: undefined, hasBefore: false };
}

/** An update that was interrupted leaves operations behind of which nobody knows whether they were done. */
function sayOfPending({ members: { scanner }, notices }: Form, at: number | undefined, pointer: string): void {
  if (at === undefined || !scanner.isList(at) || scanner.value(at, 1) - at <= "[]".length) return;
  const message =
    "an update was interrupted, and what it was about to do may be done or not: mend it with pulumi refresh";
  notices.say("incomplete", "pending-operations", pointer, message);
}

interface Item {
  readonly item: number;
  readonly depth: number;
  readonly urn: string;
  readonly place: string;
}

function stepOf({ reader }: Form, { item, depth, urn, place }: Item): readonly Step[] {
  const [state] = reader.state(item, depth, place, urn);
  return state === undefined ? [] : [{ op: "same", urn, pointer: place, new: state }];
}

/** `deployment.resources`, or `checkpoint.latest.resources`. A stack without any leaves them out. */
function resourcesIn(form: Form): readonly [at: number | undefined, pointer: string, depth: number] {
  const { members, start } = form;
  const { scanner } = members;
  let place: number | undefined = start;
  let pointer = "";
  let depth = 0;
  const top = topOf(form);
  for (const key of top.has("deployment") ? ["deployment", "resources"] : ["checkpoint", "latest", "resources"]) {
    if (place === undefined || !scanner.isObject(place)) return [undefined, pointer, depth];
    const [places] = members.places(place, depth, pointer);
    sayOfPending(form, places.get("pending_operations"), `${pointer}/pending_operations`);
    place = places.get(key);
    pointer = below(pointer, key);
    depth++;
  }
  return [place !== undefined && scanner.isList(place) ? place : undefined, pointer, depth];
}

function textAt({ members }: Form, at: number | undefined): string | undefined {
  return at === undefined ? undefined : members.scanner.stringAt(at);
}
