import { records } from "./metamorphic-documents.ts";
import { type Json, list, type PlanDocument, record, text, valueAt } from "./plan-document.ts";

/** The same resources in other places. What stands for the place in addresses can be taken out again: `withoutPlace`. */

const module = "module.wrapped";
const key = '["only"]';

export function withoutPlace(words: string): string {
  return words.replaceAll(`${module}.`, "").replaceAll(key, "");
}

/** Puts the whole configuration into a module that the root calls. */
export function intoModule({ root }: PlanDocument): void {
  for (const one of records([root.resource_changes, root.resource_drift].flatMap(list))) moveIn(one);
  for (const values of [record(root.planned_values), record(valueAt(root, ["prior_state", "values"]))]) {
    if (values?.root_module !== undefined) values.root_module = { child_modules: [inModule(values.root_module)] };
  }
  const configuration = record(root.configuration);
  const inner = record(configuration?.root_module);
  if (configuration === undefined || inner === undefined) return;
  const names = Object.keys(record(inner.variables) ?? {});
  const expressions = Object.fromEntries(names.map((name) => [name, { references: [`var.${name}`] }]));
  const call = { source: "./wrapped", expressions, module: inner };
  configuration.root_module = { module_calls: { wrapped: call }, variables: inner.variables };
}

function moveIn(one: Json): void {
  for (const name of ["address", "previous_address"])
    if (typeof one[name] === "string") one[name] = `${module}.${one[name]}`;
  one.module_address = typeof one.module_address === "string" ? `${module}.${one.module_address}` : module;
}

function inModule(state: unknown): unknown {
  const { resources, child_modules: children, address, ...rest } = record(state) ?? {};
  const within = (one: unknown) => ({ ...record(one), address: `${module}.${text(record(one)?.address)}` });
  return {
    ...rest,
    address: address === undefined ? module : `${module}.${text(address)}`,
    ...(resources !== undefined && { resources: list(resources).map(within) }),
    ...(children !== undefined && { child_modules: list(children).map(inModule) }),
  };
}

/** Makes every managed resource of the root that is a single one an instance of a `for_each` with one key. */
export function intoForEach(plan: PlanDocument): void {
  const blocks = records(list(valueAt(plan.root, ["configuration", "root_module", "resources"])));
  const several = new Set(plan.changes.filter((one) => one.index !== undefined).map(blockOf));
  const single = blocks.filter((one) => one.mode === "managed" && !several.has(text(one.address)));
  const addresses = new Set(single.map((one) => text(one.address)));
  for (const one of single) one.for_each_expression = { constant_value: ["only"] };
  const states = [...plan.resources("planned_values"), ...plan.resources("prior_state")].map(({ one }) => one);
  for (const one of [...plan.changes, ...records(list(plan.root.resource_drift)), ...states]) {
    if (!addresses.has(text(one.address))) continue;
    one.address = `${text(one.address)}${key}`;
    one.index = "only";
    if (addresses.has(text(one.previous_address))) one.previous_address = `${text(one.previous_address)}${key}`;
  }
  const root = record(valueAt(plan.root, ["configuration", "root_module"]));
  if (root !== undefined) rewriteReferences(root, addresses);
}

/** A plan does not list every `for_each`, but the keys of all instances. */
function blockOf({ type, name }: Json): string {
  return `${text(type)}.${text(name)}`;
}

/** References of the root's own expressions, and of what it gives to modules; inside of modules the same words mean other things. */
function rewriteReferences(value: unknown, addresses: ReadonlySet<string>): void {
  for (const item of Array.isArray(value) ? value : []) rewriteReferences(item, addresses);
  for (const [name, item] of Object.entries(record(value) ?? {})) {
    if (name === "module") continue;
    if (name === "references" && record(value) !== undefined)
      (value as Json)[name] = list(item).flatMap((one) => keyed(text(one), addresses));
    else rewriteReferences(item, addresses);
  }
}

function keyed(reference: string, addresses: ReadonlySet<string>): readonly string[] {
  const [type = "", name = "", ...rest] = reference.split(".");
  const address = `${type}.${name}`;
  if (!addresses.has(address)) return [reference];
  return rest.length === 0 ? [`${address}${key}`, address] : [[`${address}${key}`, ...rest].join(".")];
}
