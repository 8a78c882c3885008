import { type Text, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import type { Given } from "../frontend.ts";
import type { NamedStack } from "./functions/function.ts";

/** What one stack takes from another may be taken from a third one; real ones do so a few times. */
const deepest = 64;

/** A stack, as the others see it. */
export interface Member {
  readonly given: Given;
  output(name: string): Text | undefined;
  /** The names of its exports, as far as they are known, and of the outputs that they are. */
  exports(): Iterable<readonly [name: Text, output: string]>;
}

interface Source {
  readonly stack: Member;
  readonly output: string;
}

/**
 * The stacks that are read together, and what they tell each other. Names of exports and of stacks count in one account and region.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
export class Run {
  readonly members: Member[] = [];
  #depth = 0;
  #exports: ReadonlyMap<string, readonly Source[]> | undefined;
  #byName: ReadonlyMap<string | undefined, readonly Member[]> | undefined;

  /** Works out something that leads to other stacks; nothing where it leads too far. */
  deeper(work: () => Text | undefined): Text | undefined {
    if (this.#depth === deepest) return undefined;
    this.#depth++;
    const text = work();
    this.#depth--;
    return text;
  }

  exported(name: string, to: Member): Text | undefined {
    this.#exports ??= this.#readExports();
    const source = nearest(this.#exports.get(name) ?? [], ({ stack }) => stack.given, to.given);
    return source?.stack.output(source.output);
  }

  #readExports(): ReadonlyMap<string, readonly Source[]> {
    const all = this.members.flatMap((stack) =>
      [...stack.exports()].map(([name, output]) => ({ name, stack, output })),
    );
    const known = all.flatMap(({ name, ...source }) => {
      const value = wholeText(name);
      return value.known ? [[value.value, source] as const] : [];
    });
    const groups = Map.groupBy(known, ([name]) => name);
    return new Map([...groups].map(([name, group]) => [name, group.map(([, source]) => source)]));
  }

  outputOf({ name, ...place }: NamedStack, output: string, to: Member): Text | undefined {
    this.#byName ??= Map.groupBy(this.members, ({ given }) => given.stack?.name);
    const there = { ...to.given, ...place };
    const stack = nearest(this.#byName.get(name) ?? [], ({ given }) => given, there);
    const text = stack?.output(output);
    return place.account === undefined ? text : text?.map((part) => inAccount(part, place.account));
  }
}

/** The account that a stack calls its own is another one's where that reads it. */
function inAccount(part: string | Hole, account: string | undefined): string | Hole {
  const isOwn = typeof part !== "string" && part.refs[0]?.expression === "AWS::AccountId";
  return isOwn && account !== undefined ? { ...part, predicted: part.predicted ?? account } : part;
}

/** The one of some that is in an account and region; where several may be, the one that is certainly. */
function nearest<T>(some: readonly T[], placeOf: (one: T) => Given, to: Given): T | undefined {
  const possible = some.filter((one) => mayBe(placeOf(one), to));
  if (possible.length <= 1) return possible[0];
  const certain = possible.filter((one) => isSamePlace(placeOf(one), to));
  return certain.length === 1 ? certain[0] : undefined;
}

function mayBe(one: Given, other: Given): boolean {
  return mayBeSame(one.account, other.account) && mayBeSame(one.region, other.region);
}

function mayBeSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function isSamePlace(one: Given, other: Given): boolean {
  return one.account === other.account && one.region === other.region;
}
