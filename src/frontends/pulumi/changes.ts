import type { SourceLocation } from "#model/location.ts";
import type { Action, ResourceChange } from "#model/plan.ts";
import { absent, type Tree } from "#model/tree.ts";
import type { Wants } from "../frontend.ts";
import { recordAt } from "../json/shape.ts";
import type { State } from "./document.ts";
import { type Merged, previousUrn } from "./merged.ts";
import { originOf } from "./origins.ts";
import type { Parents } from "./parents.ts";
import type { Providers } from "./providers.ts";
import { resourceView } from "./resource-view.ts";
import { type Type, typeOf } from "./types.ts";
import { parseUrn, type Urn } from "./urn.ts";
import { BridgedWords, nativeWords, type Words } from "./words.ts";

/** What all resources of a document have in common. */
export interface Surroundings {
  readonly document: string;
  readonly providers: Providers;
  readonly parents: Parents;
  readonly twice: ReadonlySet<string>;
  readonly spelledOut: NonNullable<ResourceChange["spelledOut"]>;
  /** Whether anything is told of the time before. */
  readonly hasBefore: boolean;
  readonly wants: Wants;
}

/** A resource that somebody wants, in the words of the clouds. */
export function changeOf(resource: Merged, all: Surroundings): ResourceChange | undefined {
  const urn = parseUrn(resource.urn);
  const type = urn === undefined ? undefined : typeOf(urn.type, all.wants);
  const state = resource.new ?? resource.old;
  if (urn === undefined || type === undefined || state === undefined || !all.wants(type.name, type.dialect))
    return undefined;
  const module = all.parents.path(resource.urn);
  const origin = originOf(state, urn.name, module);
  const { address } = resource;
  const at = { document: all.document, pointer: resource.pointer, address, ...(origin !== undefined && { origin }) };
  const previous = previousUrn(resource);
  return {
    address,
    ...(previous !== undefined && { previousAddress: previous }),
    dialect: type.dialect,
    type: type.name,
    name: urn.name,
    ...lifeOf(resource, state, all.hasBefore),
    ...momentsOf(resource, { urn, type, at }, all),
    spelledOut: all.spelledOut,
    scope: { provider: all.providers.scope(state, urn.type), module, stack: urn.stack },
    at,
  };
}

/** What is only read, or was only read before, is no part of the deployment. */
function lifeOf({ action }: Merged, { value }: State, hasBefore: boolean): Pick<ResourceChange, "mode" | "action"> {
  if (action === "read" || value.external === true) return { mode: "outside", action: "none" };
  return { mode: "managed", action: hasBefore ? action : withoutBefore(action) };
}

function withoutBefore(action: Action): Action {
  return action === "none" ? "create" : action;
}

interface Facts {
  readonly urn: Urn;
  readonly type: Type;
  readonly at: SourceLocation;
}

function momentsOf(resource: Merged, { urn, type, at }: Facts, all: Surroundings) {
  const { old, new: next, action } = resource;
  const words = wordsOf(type);
  const previous = previousUrn(resource);
  const before = previous === undefined ? undefined : parseUrn(previous);
  const names = [urn.name, ...(before === undefined ? [] : [before.name])];
  const common = { ...all, at, names, idIs: namesAsIds.get(type.name), words };
  const view = (state: State, outputs: State | undefined): Tree => resourceView({ ...common, state, outputs });
  return {
    before: old === undefined || action === "import" ? absent(at) : view(old, old),
    after: next === undefined || isGone(action) ? absent(at) : view(next, outputsOf(resource, next)),
  };
}

/** Types that the provider looks up by name: the property that holds it. */
const namesAsIds: ReadonlyMap<string, string> = new Map([
  ["aws_iam_role", "name"],
  ["aws_iam_user", "name"],
  ["aws_iam_group", "name"],
  ["aws_iam_instance_profile", "name"],
  ["aws_s3_bucket", "bucket"],
]);

function isGone(action: Action): boolean {
  return action === "delete" || action === "forget";
}

/**
 * Which state tells what the provider chose. The outputs that a preview foresees are told in some runs and not in
 * others, so for what changes only those of the time before count, and for what is made none.
 */
function outputsOf({ action, old }: Merged, next: State): State | undefined {
  switch (action) {
    case "update":
      return old;
    case "none":
      return recordAt(next.value, "outputs") === undefined ? (old ?? next) : next;
    case "read":
      return next;
    default:
      return undefined;
  }
}

const known = new WeakMap<ReadonlyMap<string, string>, Words>();

/** All resources of a type share their words. */
function wordsOf({ dialect, renamed }: Type): Words {
  if (dialect === "cloudformation") return nativeWords;
  const words = known.get(renamed) ?? new BridgedWords(renamed);
  known.set(renamed, words);
  return words;
}
