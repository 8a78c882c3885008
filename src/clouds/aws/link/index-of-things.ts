import { type Text, wholeText } from "#model/text.ts";
import { field, textOf } from "#model/tree.ts";
import { type Arn, nameOfArn, parseArn } from "../arn.ts";
import type { Place } from "./accounts.ts";
import { literal, type Resource } from "./resource.ts";
import type { Naming, ThingKind } from "./things.ts";

/** A resource that others can name, with the kind of thing it is. */
export interface Thing {
  readonly resource: Resource;
  readonly naming: Naming;
  /** Its ARN, known or certain by construction. */
  readonly arn: { readonly value: string; readonly predicted: boolean } | undefined;
}

/** Finds things by address, ARN or name. Names count inside one provider configuration first: two accounts may use the same ones. */
export class IndexOfThings {
  readonly #byAddress = new Map<string, Thing>();
  readonly #byArn = new Map<string, Thing>();
  readonly #byName = new Map<string, Thing[]>();
  readonly #places: ReadonlyMap<string, Place>;

  constructor(places: ReadonlyMap<string, Place>) {
    this.#places = places;
  }

  add(resource: Resource, naming: Naming): void {
    const thing: Thing = { resource, naming, arn: arnOf(resource, naming, this.placeOf(resource)) };
    const { address, scope } = resource.change;
    this.#byAddress.set(address, thing);
    for (const unit of scope.unit === undefined ? [""] : ["", scope.unit]) {
      const arn = thing.arn === undefined ? undefined : inUnit(unit, thing.arn.value);
      if (arn !== undefined) this.#byArn.set(arn, this.#preferred(this.#byArn.get(arn), thing));
      for (const name of namesOf(resource, naming)) this.#addName(inUnit(unit, `${naming.kind} ${name}`), thing);
    }
  }

  #addName(key: string, thing: Thing): void {
    const known = this.#byName.get(key);
    if (known === undefined) this.#byName.set(key, [thing]);
    else known.push(thing);
  }

  placeOf(resource: Resource): Place {
    return this.#places.get(resource.change.scope.provider.key) ?? {};
  }

  at(address: string): Thing | undefined {
    return this.#byAddress.get(address);
  }

  /** The thing that a known text names: an ARN, or a name of one of the kinds. Nothing when there is none, or more than one. */
  named(text: string, kinds: readonly ThingKind[], from: Resource): Thing | undefined {
    const arn = parseArn(text);
    if (arn === undefined) return this.#byPlainName(text, kinds, from);
    const exact = this.#byArn.get(inUnit(unitOf(from), text)) ?? this.#byArn.get(text);
    return exact !== undefined && kinds.includes(exact.naming.kind) ? exact : this.#byNameInArn(arn, kinds, from);
  }

  #byPlainName(name: string, kinds: readonly ThingKind[], from: Resource): Thing | undefined {
    const { key } = from.change.scope.provider;
    const isNear = (thing: Thing) => thing.resource.change.scope.provider.key === key;
    const [own, all] = this.#called(name, kinds, from);
    return nearest([
      [own, isNear],
      [all, isNear],
      [all, (thing) => !this.#livesElsewhere(thing, from)],
    ]);
  }

  /** What goes by a name in the own stack, where a plan has several, and in all. */
  #called(name: string, kinds: readonly ThingKind[], from: Resource): readonly [own: Groups, all: Groups] {
    const groups = (unit: string) => kinds.map((kind) => this.#byName.get(inUnit(unit, `${kind} ${name}`)) ?? []);
    const unit = unitOf(from);
    return [unit === "" ? [] : groups(unit), groups("")];
  }

  /** A namesake in another account is somebody else, also where it is not known yet which; a bucket's name is its own in the whole world. */
  #livesElsewhere(thing: Thing, from: Resource): boolean {
    const [there, here] = [this.placeOf(thing.resource), this.placeOf(from)];
    if (thing.naming.kind === "bucket") return false;
    if (there.accountUnread !== undefined || here.accountUnread !== undefined) return true;
    return there.account !== undefined && here.account !== undefined && there.account !== here.account;
  }

  /** A thing whose own ARN is not known may still be the one, if name and account agree. */
  #byNameInArn(arn: Arn, kinds: readonly ThingKind[], from: Resource): Thing | undefined {
    const isMeant = (thing: Thing) =>
      thing.arn === undefined && this.#mayLiveIn(thing, arn, from) && fitsShape(thing, arn);
    const [own, all] = this.#called(nameOfArn(arn), kinds, from);
    return nearest([
      [own, isMeant],
      [all, isMeant],
    ]);
  }

  #mayLiveIn(thing: Thing, arn: Arn, from: Resource): boolean {
    const account = this.placeOf(thing.resource).account;
    const isNear = thing.resource.change.scope.provider.key === from.change.scope.provider.key;
    // An ARN without an account is about the own one, but for those of buckets, whose names are of the whole world.
    if (arn.account === "") return isNear || !this.#livesElsewhere(thing, from);
    return account === arn.account || (account === undefined && isNear);
  }

  /** What this deployment manages is preferred to a lookup of the same thing. */
  #preferred(old: Thing | undefined, thing: Thing): Thing {
    return old !== undefined && old.resource.change.mode === "managed" ? old : thing;
  }
}

function fitsShape(thing: Thing, arn: Arn): boolean {
  const shape = thing.naming.arn?.(thing.resource);
  return shape === undefined || shape.resource === arn.resource;
}

function arnOf(resource: Resource, naming: Naming, place: Place): Thing["arn"] {
  const value = literal(resource, "arn");
  if (value !== undefined) return { value, predicted: false };
  const shape = naming.arn?.(resource);
  if (shape === undefined || place.partition === undefined) return undefined;
  const region = shape.regional ? (literal(resource, "region") ?? place.region) : "";
  const account = shape.accounted ? place.account : "";
  if (region === undefined || account === undefined) return undefined;
  return { value: `arn:${place.partition}:${shape.service}:${region}:${account}:${shape.resource}`, predicted: true };
}

function namesOf(resource: Resource, naming: Naming): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of naming.names) {
    const text: Text | undefined = textOf(field(resource.values, path));
    const value = text === undefined ? undefined : wholeText(text);
    if (value?.known === true && value.value !== "") names.add(value.value);
  }
  return names;
}

type Groups = readonly (readonly Thing[])[];

/** The stack of a plan that has several. */
function unitOf({ change }: Resource): string {
  return change.scope.unit ?? "";
}

/** A key as it counts in one stack only. */
function inUnit(unit: string, key: string): string {
  return unit === "" ? key : `${unit} ${key}`;
}

/** The one in the first circle that has any, smaller ones first. */
function nearest(circles: readonly (readonly [Groups, (thing: Thing) => boolean])[]): Thing | undefined {
  for (const [groups, isInside] of circles) {
    const found = firstTwo(groups, isInside);
    if (found.length > 0) return single(found);
  }
  return undefined;
}

/** The first two that are meant: whether there is more than one is all that matters, and a plan may have thousands of one name. */
function firstTwo(groups: Groups, isMeant: (thing: Thing) => boolean): readonly Thing[] {
  const found: Thing[] = [];
  for (const group of groups) {
    for (const thing of group) if (isMeant(thing) && found.push(thing) === 2) return found;
  }
  return found;
}

function single<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
