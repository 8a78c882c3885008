import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plan } from "#model/plan.ts";
import { planOf } from "../support.ts";

export const recordings = fileURLToPath(new URL("../../../fixtures/plans/pulumi", import.meta.url));

/** A recording of the real engine: `change/preview-all.json`. */
export function recorded(name: string): Promise<Plan> {
  return planOf(readFileSync(`${recordings}/${name}`), undefined, name);
}

export const sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function urn(type: string, name: string): string {
  return `urn:pulumi:dev::app::${type}::${name}`;
}

/** A step that makes a resource. */
export function made(type: string, name: string, inputs: object, state: object = {}): object {
  const own = urn(type, name);
  return { op: "create", urn: own, newState: { urn: own, custom: true, type, inputs, ...state }, detailedDiff: null };
}

export function preview(steps: readonly object[], rest: object = {}): object {
  return { config: { "aws:region": "eu-west-1" }, steps, changeSummary: { create: steps.length }, ...rest };
}
