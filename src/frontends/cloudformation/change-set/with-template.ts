import { InputError } from "#model/input-error.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import type { Input } from "../../frontend.ts";
import { nameOf } from "../../input/name.ts";
import type { Unit } from "../open.ts";
import { unknownTree } from "../texts.ts";
import type { Reading } from "../together.ts";
import { Contexts, untold } from "./context.ts";
import { type Change, type ChangeSet, changeSetOf } from "./document.ts";
import { treeBefore } from "./earlier.ts";
import { aboutAction, aboutAll, aboutChange, untoldValues } from "./notices.ts";
import { changesOf, placeOf } from "./read.ts";

/**
 * A template and the change set that was made of it: that one tells what stays as it is, this one what changes, from what, and with which parameters, tags and
 * account.
 */
export async function readWithChangeSet(unit: Unit, input: Input, { wants, read }: Reading): Promise<Plan> {
  if (unit.given.parameters !== undefined) throw parametersTwice(unit.given.parameters);
  const set = await changeSetOf(input);
  const stack = set.stack === undefined ? {} : { stack: { title: "", ...unit.given.stack, name: set.stack } };
  const given = { ...unit.given, ...placeOf(set), ...stack };
  const { plan } = await read([{ ...unit, given, handedIn: set.handedIn }]);
  const address = (id: string) => unit.prefix + id;
  const byAddress = new Map(set.changes.map((change) => [address(change.id), change]));
  const written = new Set(plan.changes.map((one) => one.address));
  const others = set.changes.filter(({ id, type }) => !written.has(address(id)) && wants(type, "cloudformation"));
  const asPlan = changesOf(set, given);
  const contexts = new Contexts(set);
  return {
    ...plan,
    hasBefore: true,
    changes: [
      ...plan.changes.map((one) => changeFrom(one, byAddress, contexts)),
      ...others.map((change) => ({ ...asPlan(change), address: address(change.id) })),
    ],
    notices: [...plan.notices, ...noticesOf(set, { written, others, address })],
  };
}

function parametersTwice({ path }: Input): InputError {
  const message = `--parameters ${nameOf(path)}: the change set tells the parameters, and no others count`;
  return new InputError(2, "parameters-twice", message, "Leave --parameters out.");
}

function noticesOf(
  set: ChangeSet,
  at: {
    readonly written: ReadonlySet<string>;
    readonly others: readonly Change[];
    readonly address: (id: string) => string;
  },
) {
  const isWritten = ({ id }: Change) => at.written.has(at.address(id));
  return [
    ...aboutAll(set),
    ...set.changes.flatMap((change) => (isWritten(change) ? aboutAction(change) : aboutChange(change))),
    // Of what the template tells only the state before is missing; of what it does not, everything.
    ...untoldValues(
      set,
      set.changes.filter((change) => isWritten(change) && change.action !== "create"),
      "info",
    ),
    ...untoldValues(set, at.others, "incomplete"),
  ];
}

/** What a change set does not name stays as it is; so does what stands in a nested stack that it does not name. */
function changeFrom(one: ResourceChange, changes: ReadonlyMap<string, Change>, contexts: Contexts): ResourceChange {
  const change = changes.get(one.address);
  if (change !== undefined) return { ...one, action: change.action, before: treeBefore(change, one.after, contexts) };
  const nested = nestedIn(one.address, changes);
  if (nested === undefined) return { ...one, action: "none", before: one.after };
  return nested.action === "create" ? one : { ...one, action: "update", before: unknownTree(untold, one.at) };
}

/** The nested stack of a change set that a resource stands in. */
function nestedIn(address: string, changes: ReadonlyMap<string, Change>): Change | undefined {
  for (let end = address.lastIndexOf("/"); end > 0; end = address.lastIndexOf("/", end - 1)) {
    const found = changes.get(address.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}
