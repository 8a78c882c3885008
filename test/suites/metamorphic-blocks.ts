import { documentIn, statementsOf } from "./metamorphic-documents.ts";
import { type Json, list, type PlanDocument, record, text, valueAt } from "./plan-document.ts";

/** Policy documents that were known, as documents that data sources will make of the same statements during the deployment. */
export function deferDocuments(plan: PlanDocument): void {
  const configured = list(valueAt(plan.root, ["configuration", "root_module", "resources"]));
  for (const change of plan.changes.filter(isInRoot)) {
    const after = record(valueAt(change, ["change", "after"]));
    const expressions = plan.expressions(text(change.address));
    if (after === undefined || expressions === undefined) continue;
    for (const name of Object.keys(after)) {
      const blocks = blocksOf(text(after[name]));
      if (blocks === undefined || !Object.hasOwn(expressions, name)) continue;
      const address = `data.aws_iam_policy_document.of_${text(change.type)}_${text(change.name)}_${name}`;
      hide(plan, change, name);
      expressions[name] = { references: [`${address}.json`, address] };
      list(plan.root.resource_changes).push(readLater(address, change, blocks));
      configured.push(configuredAs(address, change, blocks, configured));
    }
  }
}

function isInRoot(change: Json): boolean {
  const actions = list(valueAt(change, ["change", "actions"]));
  const single = change.module_address === undefined && change.index === undefined && change.deposed === undefined;
  return single && change.mode === "managed" && (actions.includes("create") || actions.includes("update"));
}

function hide(plan: PlanDocument, change: Json, name: string): void {
  const { after, after_unknown: unknown } = record(change.change) ?? {};
  const planned = plan.resources("planned_values").filter(({ one }) => one.address === change.address);
  for (const values of [record(after), ...planned.map(({ one }) => record(one.values))]) delete values?.[name];
  const mask = record(unknown);
  if (mask !== undefined) mask[name] = true;
}

function readLater(address: string, { provider_name }: Json, blocks: readonly Json[]): Json {
  const change = {
    actions: ["read"],
    before: null,
    after: { policy_id: null, source_policy_documents: null, override_policy_documents: null, statement: blocks },
    after_unknown: { id: true, json: true, minified_json: true, statement: blocks.map(() => ({})) },
    before_sensitive: false,
    after_sensitive: {},
  };
  return { ...named(address), provider_name, change, action_reason: "read_because_dependency_pending" };
}

function configuredAs(address: string, change: Json, blocks: readonly Json[], all: readonly unknown[]): Json {
  const block = all.map(record).find((one) => one?.address === change.address);
  const statement = blocks.map((one) => constants(one));
  return { ...named(address), provider_config_key: block?.provider_config_key, expressions: { statement } };
}

function named(address: string): Json {
  const type = "aws_iam_policy_document";
  return { address, mode: "data", type, name: address.slice(`data.${type}.`.length) };
}

const inner = ["principals", "not_principals", "condition"];

function constants(block: Json): Json {
  const entries = Object.entries(block).filter(([, value]) => value !== null);
  return Object.fromEntries(
    entries.map(([name, value]) =>
      inner.includes(name)
        ? [name, list(value).map((one) => constants(record(one) ?? {}))]
        : [name, { constant_value: value }],
    ),
  );
}

const elements = new Set(
  "Sid Effect Principal NotPrincipal Action NotAction Resource NotResource Condition".split(" "),
);

/** The blocks of a document; nothing for one that blocks cannot say. */
function blocksOf(json: string): readonly Json[] | undefined {
  const document = documentIn(json);
  if (document === undefined) return undefined;
  const statements = statementsOf(document);
  const plain = statements.every(
    (one) =>
      Object.keys(one).every((name) => elements.has(name)) &&
      /^(Allow|Deny)$/.test(text(one.Effect)) &&
      [one.Principal, one.NotPrincipal].every((principal) => !Array.isArray(principal)),
  );
  const version = /^(2008-10-17|2012-10-17|)$/.test(text(document.Version ?? ""));
  return plain && version && statements.length > 0 ? statements.map(blockOf) : undefined;
}

function blockOf(statement: Json): Json {
  return {
    sid: statement.Sid ?? null,
    effect: statement.Effect === "Allow" ? null : statement.Effect,
    actions: strings(statement.Action),
    not_actions: strings(statement.NotAction),
    resources: strings(statement.Resource),
    not_resources: strings(statement.NotResource),
    principals: principals(statement.Principal),
    not_principals: principals(statement.NotPrincipal),
    condition: conditions(statement.Condition),
  };
}

function principals(value: unknown): readonly Json[] {
  if (value === undefined) return [];
  const byType = record(value);
  if (byType === undefined) return [{ type: "*", identifiers: strings(value) }];
  return Object.entries(byType).map(([type, names]) => ({ type, identifiers: strings(names) }));
}

function conditions(value: unknown): readonly Json[] {
  return Object.entries(record(value) ?? {}).flatMap(([test, keys]) =>
    Object.entries(record(keys) ?? {}).map(([variable, values]) => ({ test, variable, values: strings(values) })),
  );
}

/** A data source spells policy variables with an ampersand. */
function strings(value: unknown): readonly string[] | null {
  if (value === undefined) return null;
  return [value].flat().map((one) => (typeof one === "string" ? one : JSON.stringify(one)).replaceAll("${", "&{"));
}
