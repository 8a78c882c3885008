import type { Notice } from "#model/notice.ts";
import type { Plan, PlanDocument } from "#model/plan.ts";
import type { Given } from "../frontend.ts";
import { nameOf } from "../input/name.ts";
import type { Unit } from "./open.ts";
import type { Stack } from "./stack.ts";

/** The template of a stack, with the nested ones that are parts of it. */
export function documentOf([root, ...nested]: readonly Stack[], { input, given }: Unit): PlanDocument {
  const stacks = root === undefined ? [] : [root, ...nested];
  const parts = [...nested.map((one) => one.document), ...documentsOf(given.notices ?? [])];
  return {
    document: input.path,
    frontend: "cloudformation",
    format: `CloudFormation template${against(given)}`,
    resources: stacks.reduce((sum, { template }) => sum + Object.keys(template.resources).length, 0),
    ...(parts.length > 0 && { parts: [...new Set(parts)] }),
  };
}

function documentsOf(notices: readonly Notice[]): readonly string[] {
  return notices.map(({ location }) => location.document);
}

function against({ earlier }: Given): string {
  return earlier === undefined || earlier === "none" ? "" : `, against ${nameOf(earlier.path)}`;
}

/** Documents as one; one by itself is what it is. */
export function togetherOf(stacks: readonly PlanDocument[]): PlanDocument & Pick<Plan, "stacks"> {
  const [only, ...others] = stacks;
  if (only !== undefined && others.length === 0) return only;
  return {
    document: folderOf(stacks.map((one) => one.document)),
    frontend: "cloudformation",
    format: `${stacks.length} CloudFormation templates`,
    resources: stacks.reduce((sum, one) => sum + one.resources, 0),
    stacks,
  };
}

/** The folder that all are in. */
function folderOf(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split("/").slice(0, -1));
  const end = first.findIndex((step, i) => others.some((other) => other[i] !== step));
  return (end < 0 ? first : first.slice(0, end)).join("/") || ".";
}
