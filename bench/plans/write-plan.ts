import { changeOf, sensitiveIn } from "./changes.ts";
import { writeConfiguration } from "./configuration.ts";
import { type PlanOptions, placeAt } from "./layout.ts";
import type { Place } from "./place.ts";
import { json, Sink } from "./sink.ts";
import { provider, writeState } from "./states.ts";

/**
 * Writes a plan as `terraform show -json` prints it, and gives its size in bytes. Its shape is that of Terraform 1.11;
 * its resources are invented.
 */
export function writePlan(path: string, options: PlanOptions): number {
  const sink = new Sink(path);
  const password = { value: "correct-horse-battery-staple" };
  const variables = { db_password: password, environment: { value: "prod" } };
  sink.write(`{"format_version":"1.2","terraform_version":"1.11.4","variables":${json(variables)},"planned_values":{`);
  writeState(sink, "after", options);
  sink.write('},"resource_changes":[');
  sink.list(changes(options));
  sink.write('],"output_changes":{},"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{');
  writeState(sink, "before", options);
  sink.write("}},");
  writeConfiguration(sink, options);
  const rest = {
    relevant_attributes: [],
    timestamp: "2026-01-01T00:00:00Z",
    applyable: true,
    complete: true,
    errored: false,
  };
  sink.write(`,${json(rest).slice(1)}\n`);
  sink.close();
  return sink.bytes;
}

function* changes(options: PlanOptions): Iterable<string> {
  for (let index = 0; index < options.resources; index++) yield json(change(placeAt(index, options), options));
}

function change(place: Place, options: PlanOptions) {
  const { actions, before, after, unknown, type } = changeOf(place, options);
  const sensitive = { before_sensitive: sensitiveIn(type, before), after_sensitive: sensitiveIn(type, after) };
  return {
    address: place.address,
    ...(place.module !== "" && { module_address: place.module }),
    mode: "managed",
    type: place.type,
    name: place.block,
    provider_name: provider,
    change: { actions, before, after, after_unknown: unknown, ...sensitive },
  };
}
