import type { Notice } from "#model/notice.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import { absent } from "#model/tree.ts";
import type { Given, Input, Wants } from "../../frontend.ts";
import { providerOf } from "../provider.ts";
import { Contexts } from "./context.ts";
import { type Change, type ChangeSet, changeSetOf, isGone } from "./document.ts";
import { aboutAll, aboutChange, untoldValues } from "./notices.ts";

/** A change set by itself: what changes, and nothing of what stays as it is. */
export async function readChangeSet(input: Input, wants: Wants, given: Given): Promise<Plan> {
  const set = await changeSetOf(input);
  const wanted = set.changes.filter(({ type }) => wants(type, "cloudformation"));
  const asPlan = changesOf(set, given);
  return {
    document: set.document,
    frontend: "change-set",
    format: set.stack === undefined ? "CloudFormation change set" : `CloudFormation change set of ${set.stack}`,
    resources: set.changes.length,
    changes: wanted.map(asPlan),
    hasBefore: true,
    notices: [
      ...aboutAll(set),
      ...set.changes.flatMap(aboutChange),
      ...untoldValues(set, wanted, "incomplete"),
      alone(set),
    ],
    secrets: new Set(),
  };
}

function alone({ document }: ChangeSet): Notice {
  const message =
    "a change set tells only what changes: what stays as it is was not seen (rolecall check TEMPLATE --before CHANGE_SET sees both)";
  return { code: "change-set-alone", level: "info", message, location: { document, pointer: "" } };
}

/** What makes a change of a plan of one of a change set. */
export function changesOf(set: ChangeSet, given: Given): (change: Change) => ResourceChange {
  const provider = providerOf(set.document, { ...given, ...placeOf(set) }, set.handedIn);
  const contexts = new Contexts(set);
  const scope = { provider, module: "", ...(set.stack !== undefined && { stack: set.stack }) };
  return (change) => {
    const gone = absent(change.at);
    return {
      address: change.id,
      dialect: "cloudformation",
      type: change.type,
      name: change.id,
      mode: "managed",
      action: change.action,
      before: change.action === "create" ? gone : contexts.tree("before", change),
      after: isGone(change) ? gone : contexts.tree("after", change),
      scope,
      at: change.at,
    };
  };
}

/** Where the stack is; that counts more than what the user says. */
export function placeOf({ account, region }: ChangeSet): Pick<Given, "account" | "region"> {
  return { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}
