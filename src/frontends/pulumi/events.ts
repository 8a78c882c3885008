import type { InputError } from "#model/input-error.ts";
import { fromPulumi } from "../input/commands.ts";
import { type Json, recordAt } from "../json/shape.ts";
import { refuse } from "../refusals/refusal.ts";
import type { Deployment, State, Step } from "./document.ts";
import { isRefusal, sayCutOff, sayDone, sayFailed, sayRefused } from "./failures.ts";
import type { Form } from "./form.ts";
import { unknownString } from "./special.ts";
import { inEvents } from "./steps.ts";

/** What a log of events says, put together event by event. */
export class Events {
  readonly #form: Form;
  readonly #steps: Step[] = [];
  readonly #outputs = new Map<string, State>();
  #config: Json | undefined;
  #result: Json | undefined;
  /** Whether the engine could not do, or not foresee, all of it. */
  #failed = false;
  /** Whether a policy pack, or nobody knows who, refused what was foreseen. */
  #refused = false;

  constructor(form: Form) {
    this.#form = form;
  }

  /**
   * An event that begins at `start`, and where it ends.
   * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/events.go
   */
  event(start: number, depth: number, pointer: string): number {
    const { members } = this.#form;
    return members.each(start, depth, pointer, (key, at) =>
      members.scanner.isObject(at)
        ? this.#part(key, at, depth + 1, `${pointer}/${key}`)
        : members.scanner.value(at, depth + 1),
    );
  }

  #part(key: string, at: number, depth: number, pointer: string): number {
    switch (key) {
      case "preludeEvent":
        return this.#read(at, depth, pointer, prelude, (one) => {
          this.#config = { ...this.#config, ...recordAt(one, "config") };
        });
      case "resourcePreEvent":
        return this.#step(at, depth, pointer, (step) => this.#steps.push(step));
      case "resOutputsEvent":
        return this.#step(
          at,
          depth,
          pointer,
          ({ urn, new: next }) => next !== undefined && this.#outputs.set(urn, next),
        );
      case "resOpFailedEvent":
        this.#failed = true;
        break;
      case "policyEvent":
        return this.#read(at, depth, pointer, level, ({ enforcementLevel }) => {
          if (enforcementLevel === "mandatory") this.#refused = true;
        });
      case "diagnosticEvent":
        return this.#diagnostic(at, depth, pointer);
      case "summaryEvent":
        return this.#read(at, depth, pointer, ending, (one) => {
          this.#result = one;
        });
      default:
    }
    return this.#form.members.scanner.value(at, depth);
  }

  #read(at: number, depth: number, pointer: string, wanted: ReadonlySet<string>, take: (one: Json) => void): number {
    const [value, end] = this.#form.members.read(at, depth, pointer, wanted);
    take(value);
    return end;
  }

  /** Those of severity "debug" hold secrets in plain text, and are not read. */
  #diagnostic(at: number, depth: number, pointer: string): number {
    const { members } = this.#form;
    const [told, end] = members.read(at, depth, pointer, severity);
    if (told.severity !== "error") return end;
    const [{ message }] = members.read(at, depth, pointer, text);
    if (typeof message === "string" && isRefusal(message)) this.#refused = true;
    else this.#failed = true;
    return end;
  }

  #step(at: number, depth: number, pointer: string, take: (step: Step) => void): number {
    const { members, reader, notices } = this.#form;
    const place = `${pointer}/metadata`;
    let found: Step | undefined;
    const end = members.each(at, depth, pointer, (key, value) => {
      if (key !== "metadata" || !members.scanner.isObject(value)) return members.scanner.value(value, depth + 1);
      const [step, end] = reader.step(value, depth + 1, place, inEvents);
      found = step;
      return end;
    });
    if (found === undefined) notices.odd(place);
    else take(found);
    return end;
  }

  /** All of it, when its last event was read. */
  deployment(): Deployment {
    if (this.#config === undefined && this.#steps.length === 0) throw withoutResources(this.#form.document.path);
    this.#sayOfEnd();
    const steps = this.#steps.map((step) => this.#withAnswer(step));
    return { format: "Pulumi events", steps, config: this.#config, hasBefore: true };
  }

  /** What is only looked up tells its values when the provider answers. */
  #withAnswer(step: Step): Step {
    const answer = step.op === "read" ? this.#outputs.get(step.urn) : undefined;
    return answer === undefined ? step : { ...step, new: answer };
  }

  #sayOfEnd(): void {
    const { notices } = this.#form;
    const result = this.#result;
    if (result === undefined) sayCutOff(notices);
    else if (this.#failed || result.maybeCorrupt === true || (result.result === "failed" && !this.#refused))
      sayFailed(notices, "");
    else if (this.#refused) sayRefused(notices, "");
    if (result?.isPreview === false) sayDone(notices);
    this.#sayOfDependencies();
  }

  /** Events never tell what a value waits for. */
  #sayOfDependencies(): void {
    if (!this.#form.document.bytes.includes(unknownString)) return;
    const message =
      "events do not tell which resource a value waits for that is not known yet: pulumi preview --json --show-sames > preview.json does";
    this.#form.notices.say("info", "dependencies-not-told", "", message);
  }
}

const prelude = new Set(["config"]);
const ending = new Set(["result", "maybeCorrupt", "isPreview"]);
const level = new Set(["enforcementLevel"]);
const severity = new Set(["severity"]);
const text = new Set(["message"]);

/** `pulumi policy analyze --json` tells what policy packs found, and nothing else. */
function withoutResources(path: string): InputError {
  return refuse(path, {
    code: "pulumi-no-resources",
    says: "holds events of Pulumi that tell of no resource",
    hint: `Give the preview: ${fromPulumi}`,
  });
}
