import { referencesIn } from "#frontends/terraform-plan/expressions.ts";
import { type Json, list, type Path, type PlanDocument, record, removeAt, text, valueAt } from "./plan-document.ts";

/** One way of hiding one value of a plan, as Terraform would hide it if it were known only after apply. */
export interface Hiding {
  /** Unique in the plan: the address, the path of what is hidden, and what the configuration then tells of it. */
  readonly name: string;
  /** The plan with that value hidden. */
  apply(): Uint8Array;
}

/**
 * Hides what stands at a path of a resource, and what follows from it: the merged tags, and every other value that is
 * written as a reference and has the hidden text in it.
 */
export function hideIn(plan: PlanDocument, address: string, path: Path): void {
  const change = changeOf(plan, address);
  if (change === undefined) return;
  const value = valueAt(change.after, path);
  hide(plan, change, address, path);
  if (path[0] === "tags") hide(plan, change, address, ["tags_all"]);
  for (const word of wordsIn(value)) spread(plan, word, address);
}

/**
 * Moves a data source that was looked up to those that will be: what it asks for stays known, what it answers is
 * hidden, with all that was made of it.
 */
export function deferred(plan: PlanDocument, address: string): void {
  const place = plan.resources("prior_state").find(({ one }) => one.address === address);
  if (place === undefined) return;
  const { values, sensitive_values: _, schema_version: __, ...head } = place.one;
  place.all.splice(place.all.indexOf(place.one), 1);
  const answers = answersOf(plan, address, record(values) ?? {});
  const after = Object.fromEntries(Object.entries(record(values) ?? {}).filter(([key]) => !answers.includes(key)));
  const after_unknown = Object.fromEntries(answers.map((key) => [key, true]));
  const change = {
    actions: ["read"],
    before: null,
    after,
    after_unknown,
    before_sensitive: false,
    after_sensitive: {},
  };
  list(plan.root.resource_changes).push({ ...head, change, action_reason: "read_because_dependency_pending" });
  for (const key of answers) for (const word of wordsIn(valueAt(values, [key]))) spread(plan, word, address);
}

/** The blocks of a policy document are all asked for, whoever wrote them. */
function answersOf(plan: PlanDocument, address: string, values: Json): readonly string[] {
  if (/(^|\.)data\.aws_iam_policy_document\./.test(address)) return ["id", "json", "minified_json"];
  const asked = plan.expressions(address) ?? {};
  return Object.keys(values).filter((key) => !Object.hasOwn(asked, key));
}

function changeOf(plan: PlanDocument, address: string): Json | undefined {
  return record(plan.changes.find((one) => one.address === address)?.change);
}

function hide(plan: PlanDocument, change: Json, address: string, path: Path): void {
  removeAt(change.after, path);
  change.after_unknown = masked(change.after_unknown, change.after, path);
  const planned = plan.resources("planned_values").find(({ one }) => one.address === address);
  removeAt(planned?.one.values, path);
}

/** The mask with a `true` at a path. Beside it, a list has a `false` or an empty object for what is known. */
function masked(mask: unknown, value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return true;
  if (mask === true) return true;
  if (typeof step === "string") {
    const inner = record(mask) ?? {};
    return { ...inner, [step]: masked(inner[step], record(value)?.[step], rest) };
  }
  const items = list(value);
  return items.map((item, i) =>
    i === step ? masked(list(mask)[i], item, rest) : (list(mask)[i] ?? (record(item) ? {} : false)),
  );
}

/** Texts that are long enough to be recognized elsewhere. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.length >= 4 && value !== "Allow" ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return Object.values(record(value) ?? {}).flatMap(wordsIn);
}

/** Hides a text wherever an expression with references has it, in other resources. */
function spread(plan: PlanDocument, word: string, from: string): void {
  for (const one of plan.changes) {
    const address = text(one.address);
    const change = record(one.change);
    if (address === from || change === undefined || record(change.after) === undefined) continue;
    for (const path of holders(change.after, plan.expressions(address), word)) hideIn(plan, address, path);
  }
  for (const { one } of plan.resources("prior_state")) {
    const address = text(one.address);
    if (one.mode !== "data" || address === from) continue;
    const paths = holders(one.values, plan.expressions(address), word);
    if (paths.length > 0) deferred(plan, address);
    for (const path of paths) hideIn(plan, address, path);
  }
}

/** The paths of leaves that hold a text and are written with references. */
function holders(value: unknown, expression: unknown, word: string, path: Path = []): readonly Path[] {
  if (expression === undefined) return [];
  if (typeof value === "string") return value.includes(word) && hasReferences(expression) ? [path] : [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, i) => holders(item, inList(expression, i), word, [...path, i]));
  return Object.entries(record(value) ?? {}).flatMap(([key, item]) =>
    holders(item, inBlock(expression, key), word, [...path, key]),
  );
}

function hasReferences(expression: unknown): boolean {
  return (referencesIn(expression) ?? []).length > 0;
}

function inList(expression: unknown, i: number): unknown {
  return Array.isArray(expression) ? (expression[i] ?? expression[0]) : expression;
}

/** The expression of an attribute is that of all that it holds. */
function inBlock(expression: unknown, key: string): unknown {
  return referencesIn(expression) === undefined ? record(expression)?.[key] : expression;
}
