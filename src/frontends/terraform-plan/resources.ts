import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { ResourceChange } from "#model/plan.ts";
import { absent } from "#model/tree.ts";
import { at, listAt, textAt } from "../json/shape.ts";
import { actionOf, leavesNothing } from "./actions.ts";
import { type Address, parseAddress } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { guessMask } from "./guess.ts";
import type { Head } from "./head.ts";
import { holesOf } from "./holes.ts";
import { masksAnything, withTakenOut } from "./masks.ts";
import type { Providers } from "./providers.ts";
import type { Resolver } from "./resolver.ts";
import { spelledOutIn } from "./spelled-out.ts";
import type { Parsed } from "./values.ts";
import { type HoleAt, view } from "./view.ts";

/** What all resources of a plan have in common. */
export interface Surroundings {
  readonly document: string;
  readonly configuration: Configuration | undefined;
  readonly resolver: Resolver;
  readonly providers: Providers;
  /** Whether sensitive values were replaced. */
  readonly redacted: boolean;
  /** The values that were handed in for variables. */
  readonly variables: unknown;
  /** What the plan marks as sensitive, as far as it was read. */
  readonly sensitive: ReadonlySet<string>;
}

/**
 * The address of a record, which is unique in the plan: an object that waits to be deleted has the address of its
 * successor.
 */
export function addressOf(head: Head & { readonly address: string }): string {
  return head.deposed === undefined ? head.address : `${head.address} (deposed ${head.deposed})`;
}

/** An element of `resource_changes`, or one of `resource_drift`, which changes nothing (any more). */
export function changeOf(head: Known, { value, twice }: Parsed, all: Surroundings, drifted: boolean): ResourceChange {
  const change = at(value, "change");
  const facts = factsOf(head, value, all);
  const after = at(change, "after");
  const unknown = leavesNothing(listAt(change, "actions")) ? undefined : maskOf(change, after, facts.parsed, all);
  const hide = (mask: unknown, side: string) => (all.redacted ? withTakenOut(mask, at(change, side)) : mask);
  const options = { holeAt: holesOf(facts.parsed, after, all.configuration, all.resolver), twice };
  const afterTree = view(after, hide(unknown, "after_sensitive"), inside(facts.common.at, "change", "after"), options);
  // What is read of it is kept with the tree, so a resource that stays as it is has but one.
  const before = at(change, "before");
  const isUnchanged = isRecord(after) && before === after && !all.redacted && !masksAnything(unknown);
  const previous = textAt(value, "previous_address");
  return {
    ...facts.common,
    ...(previous !== undefined && { previousAddress: previous }),
    mode: isManaged(head) ? "managed" : "data",
    action: drifted ? "none" : actionOf(change),
    before: isUnchanged
      ? afterTree
      : view(before, hide(undefined, "before_sensitive"), inside(facts.common.at, "change", "before"), options),
    after: afterTree,
    spelledOut: spelledOutIn(facts.parsed, after, all),
  };
}

/** A resource of a state: looked up for this plan, or existing outside of what it changes. */
export function existing(head: Known, { value, twice }: Parsed, all: Surroundings): ResourceChange {
  const { common } = factsOf(head, value, all);
  const data = !isManaged(head);
  return {
    ...common,
    mode: data ? "data" : "outside",
    action: data ? "read" : "none",
    before: absent(inside(common.at, "values")),
    after: view(at(value, "values"), undefined, inside(common.at, "values"), { holeAt: unknownHole, twice }),
  };
}

/** A resource of `planned_values` in a plan that lists no changes; `before` is what the state has of it. */
export function planned(
  head: Known,
  { value, twice }: Parsed,
  before: ResourceChange | undefined,
  unchanged: boolean,
  all: Surroundings,
): ResourceChange {
  const { common, parsed } = factsOf(head, value, all);
  const values = at(value, "values");
  const mask = unchanged ? undefined : guess(values, parsed, all);
  const data = !isManaged(head);
  const managed = before === undefined ? "create" : unchanged ? "none" : "update";
  return {
    ...common,
    mode: data ? "data" : "managed",
    action: data ? "read" : managed,
    before: before === undefined || data ? absent(inside(common.at, "values")) : before.after,
    after: view(values, mask, inside(common.at, "values"), {
      holeAt: holesOf(parsed, values, all.configuration, all.resolver),
      twice,
    }),
    spelledOut: spelledOutIn(parsed, values, all),
  };
}

/** A record that says what it is. */
export type Known = Head & { readonly address: string; readonly type: string };

function factsOf(head: Known, value: unknown, { document, providers }: Surroundings) {
  const address = addressOf(head);
  const parsed = parseAddress(head.address);
  const location: SourceLocation = { document, pointer: head.pointer, address };
  const common = {
    address,
    dialect: "terraform" as const,
    type: head.type,
    name: nameOf(value, head.address),
    scope: { provider: providers.scope(parsed, head.providerName), module: parsed?.module ?? "" },
    at: location,
  };
  return { common, parsed };
}

/** Plans always tell what is unknown; cut-down ones may have lost it. */
function maskOf(change: unknown, after: unknown, address: Address | undefined, all: Surroundings): unknown {
  const mask = at(change, "after_unknown");
  return mask === undefined ? guess(after, address, all) : mask;
}

function guess(values: unknown, address: Address | undefined, { configuration }: Surroundings): unknown {
  const block = address === undefined ? undefined : configuration?.block(address);
  return block === undefined ? undefined : guessMask(values, at(block.resource, "expressions"));
}

function nameOf(value: unknown, address: string): string {
  const name = textAt(value, "name");
  const index = at(value, "index");
  if (name === undefined) return address;
  return typeof index === "string" || typeof index === "number" ? `${name}[${JSON.stringify(index)}]` : name;
}

export function isManaged(head: Head): boolean {
  return head.mode === undefined ? !/(^|\.)data\.[^.]+\.[^.]+$/.test(head.address ?? "") : head.mode === "managed";
}

const unknownHole: HoleAt = () => ({ reason: "computed-at-apply", refs: [], unset: false });
