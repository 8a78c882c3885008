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
  exports(): Iterable<Export>;
}

/** Where a stack is, as far as it is known. */
type Place = Pick<Given, "account" | "region">;

/** Something that a stack offers to others in an account and region. */
export interface Export {
  readonly name: Text;
  readonly place: Place;
  readonly read: () => Text | undefined;
}

/**
 * The stacks that are read together, and what they tell each other. Names of exports and of stacks count in one account and region.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
export class Run {
  readonly members: Member[] = [];
  #depth = 0;
  #exports: ReadonlyMap<string, readonly Export[]> | undefined;
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
    return nearest(this.#exports.get(name) ?? [], ({ place }) => place, to.given)?.read();
  }

  #readExports(): ReadonlyMap<string, readonly Export[]> {
    const known = this.members.flatMap((stack) =>
      [...stack.exports()].flatMap((one) => {
        const name = wholeText(one.name);
        return name.known ? [[name.value, one] as const] : [];
      }),
    );
    const groups = Map.groupBy(known, ([name]) => name);
    return new Map([...groups].map(([name, group]) => [name, group.map(([, one]) => one)]));
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
function nearest<T>(some: readonly T[], placeOf: (one: T) => Place, to: Place): T | undefined {
  const possible = some.filter((one) => mayBe(placeOf(one), to));
  if (possible.length <= 1) return possible[0];
  const certain = possible.filter((one) => isSamePlace(placeOf(one), to));
  return certain.length === 1 ? certain[0] : undefined;
}

function mayBe(one: Place, other: Place): boolean {
  return mayBeSame(one.account, other.account) && mayBeSame(one.region, other.region);
}

function mayBeSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.account === other.account && one.region === other.region;
}
