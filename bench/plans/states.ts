import { changeOf, sensitiveIn, typeNamed } from "./changes.ts";
import { groupSize, type PlanOptions, placeAt } from "./layout.ts";
import type { Place } from "./place.ts";
import { json, type Sink } from "./sink.ts";
import type { Values } from "./types.ts";

export const provider = "registry.terraform.io/hashicorp/aws";

/** The values of all resources before or after the change, nested as their modules are. */
export function writeState(sink: Sink, side: "before" | "after", options: PlanOptions): void {
  sink.write('"root_module":{"resources":[');
  sink.list(records(0, side, options));
  sink.write('],"child_modules":[');
  sink.list(modules(side, options, (place) => place.modules.length === 1));
  sink.write(`${options.resources > groupSize ? "," : ""}{"address":"module.platform","child_modules":[`);
  sink.list(modules(side, options, (place) => place.modules.length > 1));
  sink.write("]}]}");
}

function* modules(side: "before" | "after", options: PlanOptions, wanted: (place: Place) => boolean): Iterable<string> {
  for (let first = groupSize; first < options.resources; first += groupSize) {
    const place = placeAt(first, options);
    if (!wanted(place)) continue;
    const resources = [...records(first, side, options)].join(",");
    yield `{"resources":[${resources}],"address":${json(place.module)}}`;
  }
}

function* records(first: number, side: "before" | "after", options: PlanOptions): Iterable<string> {
  for (let index = first; index < Math.min(first + groupSize, options.resources); index++) {
    const place = placeAt(index, options);
    const values = changeOf(place, options)[side];
    if (values !== null) yield record(place, values);
  }
}

function record({ address, type, block }: Place, values: Values): string {
  const head = { address, mode: "managed", type, name: block, provider_name: provider, schema_version: 0 };
  return json({ ...head, values, sensitive_values: sensitiveIn(typeNamed(type), values) });
}
