import { typeNamed } from "./changes.ts";
import { groupSize, type PlanOptions, placeAt } from "./layout.ts";
import type { Place } from "./place.ts";
import { region } from "./policies.ts";
import { json, type Sink } from "./sink.ts";

/** Blocks, not instances: every module is written once, with the resources of its first instance. */
export function writeConfiguration(sink: Sink, options: PlanOptions): void {
  const provider = { name: "aws", full_name: "registry.terraform.io/hashicorp/aws" };
  const expressions = { region: { constant_value: region } };
  sink.write(`"configuration":{"provider_config":${json({ aws: { ...provider, expressions } })},"root_module":{`);
  sink.write('"resources":[');
  sink.list(blocks(0, options));
  sink.write('],"module_calls":{');
  const modules = modulesOf(options);
  sink.list(modules.filter(({ place }) => place.modules.length === 1).map((one) => call(one, options)));
  const nested = modules.filter(({ place }) => place.modules.length > 1);
  if (nested.length > 0) {
    sink.write(
      `${nested.length < modules.length ? "," : ""}"platform":{"source":"./platform","module":{"module_calls":{`,
    );
    sink.list(nested.map((one) => call(one, options)));
    sink.write("}}}");
  }
  sink.write('},"variables":{"db_password":{"sensitive":true},"environment":{}}}}');
}

interface Module {
  readonly place: Place;
  /** Index of the first resource of its first instance. */
  readonly first: number;
}

function modulesOf(options: PlanOptions): readonly Module[] {
  const found: Module[] = [];
  for (let first = groupSize; first < options.resources; first += groupSize * options.instances)
    found.push({ place: placeAt(first, options), first });
  return found;
}

function call({ place, first }: Module, options: PlanOptions): string {
  const name = place.modules.at(-1);
  const module = `{"resources":[${[...blocks(first, options)].join(",")}],"variables":{"key":{}}}`;
  const expressions = { key: { references: ["each.key"] } };
  const head = `"source":"./modules/service","expressions":${json(expressions)}`;
  return `${json(name)}:{${head},"for_each_expression":{"references":["local.services"]},"module":${module}}`;
}

function* blocks(first: number, options: PlanOptions): Iterable<string> {
  for (let index = first; index < Math.min(first + groupSize, options.resources); index++)
    yield json(block(placeAt(index, options)));
}

function block({ type, block }: Place) {
  const { references = {} } = typeNamed(type);
  const referring = Object.entries(references).map(([name, one]) => [name, { references: one }] as const);
  const expressions = {
    ...Object.fromEntries(referring),
    name: { references: ["var.key"] },
    description: { constant_value: "x" },
    tags: { references: ["local.tags"] },
  };
  const head = { address: `${type}.${block}`, mode: "managed", type, name: block, provider_config_key: "aws" };
  return { ...head, expressions, schema_version: 0 };
}
