import { partitionOf } from "#model/partition.ts";
import type { ResourceChange } from "#model/plan.ts";
import { holesOf, wholeText } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";
import { accountOf, accountOfArn, parseArn } from "../arn.ts";
import type { Resource } from "./resource.ts";

/** Where a provider configuration works: what is certain of it. */
export interface Place {
  readonly account?: string;
  /** Set when something tells the account, but what it says is not known yet. */
  readonly accountUnread?: Hole;
  readonly partition?: string;
  readonly region?: string;
}

/**
 * The account, partition and region of each provider configuration. An account is told by the role that the provider assumes, by the one account it is
 * allowed in, or by the caller identity that the plan looked up; two answers that differ are none.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs#argument-reference
 */
export function placesOf(resources: readonly Resource[], declared: string | undefined): ReadonlyMap<string, Place> {
  const clues = new Map<string, Clues>();
  for (const resource of resources) collect(cluesOf(clues, resource.change), resource);
  return new Map([...clues].map(([key, found]) => [key, placeOf(found, declared)]));
}

interface Clues {
  readonly settings: Tree;
  readonly hidden: Hole[];
  readonly callers: Set<string>;
  readonly seen: Set<string>;
  readonly partitions: Set<string>;
}

function cluesOf(clues: Map<string, Clues>, change: ResourceChange): Clues {
  const { key, settings } = change.scope.provider;
  const found = clues.get(key) ?? {
    settings,
    hidden: [],
    callers: new Set<string>(),
    seen: new Set<string>(),
    partitions: new Set<string>(),
  };
  clues.set(key, found);
  return found;
}

function collect(clues: Clues, resource: Resource): void {
  const arn = known(field(resource.values, "arn"));
  const parsed = arn === undefined ? undefined : parseArn(arn);
  if (parsed?.partition) clues.partitions.add(parsed.partition);
  if (resource.typeKey === "data.aws_caller_identity") {
    const told = field(resource.values, "account_id");
    const account = known(told);
    if (account !== undefined) clues.callers.add(account);
    else clues.hidden.push(...holesIn(told));
  } else if (parsed !== undefined && tellsItsOwnArn(resource)) {
    const account = accountOf(parsed);
    if (account !== undefined) clues.seen.add(account);
  }
}

/** What a template sets as `Arn` is the one of something else. */
function tellsItsOwnArn({ change }: Resource): boolean {
  return change.mode === "managed" && change.dialect === "terraform";
}

function placeOf(clues: Clues, declared: string | undefined): Place {
  const hidden = hiddenIn(clues);
  const told = assumed(clues.settings) ?? only(allowed(clues.settings)) ?? only(clues.callers);
  const account = told ?? (hidden === undefined ? declared : undefined) ?? only(clues.seen);
  const region = known(field(clues.settings, "region"));
  const partition = only(clues.partitions) ?? (region === undefined ? undefined : partitionOf(region).name);
  return {
    ...(account !== undefined && { account }),
    ...(account === undefined && hidden !== undefined && { accountUnread: hidden }),
    ...(region !== undefined && { region }),
    ...(partition !== undefined && { partition }),
  };
}

/** What would tell the account, were it known. */
function hiddenIn({ settings, hidden }: Clues): Hole | undefined {
  const telling = [field(settings, "assume_role", "role_arn"), ...elements(field(settings, "allowed_account_ids"))];
  return [...telling.flatMap(holesIn), ...hidden][0];
}

function holesIn(tree: Tree): readonly Hole[] {
  return holesOf(textOf(tree) ?? []);
}

function assumed(settings: Tree): string | undefined {
  const role = known(field(settings, "assume_role", "role_arn"));
  return role === undefined ? undefined : accountOfArn(role);
}

function allowed(settings: Tree): ReadonlySet<string> {
  const accounts = new Set<string>();
  for (const item of elements(field(settings, "allowed_account_ids"))) {
    const account = known(item);
    if (account !== undefined) accounts.add(account);
  }
  return accounts;
}

function known(tree: Tree): string | undefined {
  const text = textOf(tree);
  const value = text === undefined ? undefined : wholeText(text);
  return value?.known === true ? value.value : undefined;
}

function only<T>(values: ReadonlySet<T>): T | undefined {
  const [first] = values;
  return values.size === 1 ? first : undefined;
}
