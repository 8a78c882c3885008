import { below } from "../json/pointer.ts";
import type { State, Step } from "./document.ts";
import type { Members } from "./members.ts";
import { parseUrn } from "./urn.ts";

/** Whether the values of resources of a type are wanted. */
export type IsWanted = (token: string) => boolean;

/** What is read of a state: of a resource that nobody wants, only what others need to know. */
const ofAny = new Set(["urn", "type", "custom", "parent", "provider"]);
const ofWanted = new Set([
  ...ofAny,
  ..."id external inputs outputs propertyDependencies delete aliases retainOnDelete sourcePosition".split(" "),
]);

/** Where the two states of a step stand: they are named otherwise in events. */
interface Names {
  readonly old: string;
  readonly new: string;
}

export const inPreviews: Names = { old: "oldState", new: "newState" };
export const inEvents: Names = { old: "old", new: "new" };

/** Reads the steps of a document. */
export class StepReader {
  readonly members: Members;
  readonly #isWanted: IsWanted;

  constructor(members: Members, isWanted: IsWanted) {
    this.members = members;
    this.#isWanted = isWanted;
  }

  /** A step that begins at `start`, and where it ends; none where it does not say what it does with which resource. */
  step(start: number, depth: number, pointer: string, names: Names): readonly [Step | undefined, end: number] {
    const { scanner } = this.members;
    const [places, end] = this.members.places(start, depth, pointer);
    const [op, urn] = ["op", "urn"].map((key) => textAt(scanner, places.get(key)));
    if (op === undefined || urn === undefined) return [undefined, end];
    const state = (key: string) => this.state(places.get(key), depth + 1, below(pointer, key), urn);
    const [old, next] = [state(names.old), state(names.new)];
    const step = { op, urn, pointer, ...(old !== undefined && { old }), ...(next !== undefined && { new: next }) };
    return [step, end];
  }

  /** A state of a resource; none where there is no object. */
  state(at: number | undefined, depth: number, pointer: string, urn: string): State | undefined {
    if (at === undefined || !this.members.scanner.isObject(at)) return undefined;
    const token = parseUrn(urn)?.type;
    const wanted = token !== undefined && this.#isWanted(token) ? ofWanted : ofAny;
    return { value: this.members.read(at, depth, pointer, wanted), pointer };
  }
}

function textAt(scanner: Members["scanner"], at: number | undefined): string | undefined {
  return at === undefined ? undefined : scanner.stringAt(at);
}
