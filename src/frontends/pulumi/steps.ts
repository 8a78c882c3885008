import { below } from "../json/pointer.ts";
import type { State, Step } from "./document.ts";
import type { Members } from "./members.ts";
import { isOwnPlace } from "./origins.ts";
import { parseUrn } from "./urn.ts";

/** Whether the values of resources of a type are wanted. */
export type IsWanted = (token: string) => boolean;

/** What is read of a state: of a resource that nobody wants, only what others need to know. */
const ofAny = new Set(["urn", "type", "custom", "parent", "provider"]);
const ofWanted = new Set([
  ...ofAny,
  ..."id external inputs outputs propertyDependencies delete aliases retainOnDelete sourcePosition".split(" "),
]);

const trace = new Set(["stackTrace"]);

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
    const said = new Map<string, string | undefined>();
    const states = new Map<string, State | undefined>();
    const early = new Map<string, number>();
    const end = this.members.each(start, depth, pointer, (key, at) => {
      const isState = key === names.old || key === names.new;
      const urn = isState ? said.get("urn") : undefined;
      if (urn !== undefined) {
        const [state, end] = this.state(at, depth + 1, below(pointer, key), urn);
        states.set(key, state);
        return end;
      }
      const end = scanner.value(at, depth + 1);
      if (isState) early.set(key, at);
      else if (key === "op" || key === "urn") said.set(key, scanner.stringAt(at));
      return end;
    });
    const [op, urn] = [said.get("op"), said.get("urn")];
    if (op === undefined || urn === undefined) return [undefined, end];
    // The engine names the resource first; who wrote it anew may not.
    for (const [key, at] of early) states.set(key, this.state(at, depth + 1, below(pointer, key), urn)[0]);
    const [old, next] = [states.get(names.old), states.get(names.new)];
    const step = { op, urn, pointer, ...(old !== undefined && { old }), ...(next !== undefined && { new: next }) };
    return [step, end];
  }

  /** A state of a resource, and where it ends; none where there is no object. */
  state(at: number, depth: number, pointer: string, urn: string): readonly [State | undefined, end: number] {
    const { scanner } = this.members;
    if (!scanner.isObject(at)) return [undefined, scanner.value(at, depth)];
    const token = parseUrn(urn)?.type;
    const wanted = token !== undefined && this.#isWanted(token) ? ofWanted : ofAny;
    const [value, end] = this.members.read(at, depth, pointer, wanted);
    if (value.sourcePosition === undefined || isOwnPlace(value.sourcePosition)) return [{ value, pointer }, end];
    // The long trace is only read where the short one ends in a package.
    const [more] = this.members.read(at, depth, pointer, trace);
    return [{ value: { ...value, ...more }, pointer }, end];
  }
}
