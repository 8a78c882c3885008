import { isRecord } from "#model/json-tree.ts";
import { below } from "../json/pointer.ts";
import { type Json, listAt, recordAt } from "../json/shape.ts";
import type { Deployment, State, Step } from "./document.ts";
import { type Form, topOf } from "./form.ts";
import { isUnknown } from "./special.ts";

/**
 * What `pulumi preview --save-plan` writes: for each resource what the deployment may do, and the state that the preview
 * foresees. What was before is told by what changes only.
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/plan.go
 */
export function readPlanFile(form: Form): Deployment {
  const { members, notices } = form;
  const steps: Step[] = [];
  const { scanner } = members;
  const places = topOf(form);
  const [config, plans] = [places.get("config"), places.get("resourcePlans")];
  if (plans !== undefined)
    scanner.members(plans, 1, (urn, at) => {
      const pointer = below("/resourcePlans", urn);
      if (scanner.isObject(at)) steps.push(...stepsOf(urn, members.read(at, 2, pointer, wanted)[0], pointer));
      else notices.odd(pointer);
      return scanner.value(at, 2);
    });
  const message =
    "a saved plan does not tell what is there before: pulumi preview --json --show-sames > preview.json does";
  notices.say("info", "before-not-told", "", message);
  return {
    format: "Pulumi plan",
    steps,
    config: config === undefined ? {} : configAt(scanner.parse(config, scanner.value(config, 1))),
    hasBefore: false,
  };
}

const wanted = new Set(["goal", "steps", "state"]);

/** Configuration has its secrets in objects of their own. */
function configAt(value: unknown): Json {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([key, one]) => [key, isRecord(one) ? (one.value ?? "[secret]") : one]));
}

/** What is deleted has no goal, and is not there afterwards; what is imported has a goal and no steps. */
function stepsOf(urn: string, plan: Json, pointer: string): readonly Step[] {
  const goal = recordAt(plan, "goal");
  if (goal === undefined) return [];
  const told = listAt(plan, "steps").filter((one) => typeof one === "string");
  const ops = told.length === 0 ? ["import"] : told;
  const state: State = {
    value: stateOf(urn, goal, recordAt(plan, "state") ?? {}),
    pointer,
    inputsAt: `${pointer}/state`,
  };
  return ops.map((op) => ({ op: op === "delete-replaced" ? "replace" : op, urn, pointer, new: state }));
}

/** What the program sets is what the state foresees of it; what only the provider chooses is not known yet, and left out. */
function stateOf(urn: string, goal: Json, state: Json): Json {
  const set = { ...recordAt(goal, "inputDiff", "adds"), ...recordAt(goal, "inputDiff", "updates") };
  const dependent = recordAt(goal, "propertyDependencies") ?? {};
  const foreseen = Object.entries(state).filter(([key, value]) => !isUnknown(value) || Object.hasOwn(dependent, key));
  return { ...goal, urn, inputs: { ...Object.fromEntries(foreseen), ...set } };
}
