import { isRecord } from "#model/json-tree.ts";
import { idIn, isMissing } from "../language.ts";
import type { Around, Json } from "../parts.ts";
import { implicitApi } from "./api.ts";

const known = new WeakMap<Around, ReadonlyMap<string, readonly Json[]>>();

/** The properties of the events that are methods of an API. */
export function callersOf(api: string, around: Around): readonly Json[] {
  const found = known.get(around) ?? allCallers(around);
  known.set(around, found);
  return found.get(api) ?? [];
}

function allCallers({ serverless }: Around): ReadonlyMap<string, readonly Json[]> {
  const events = [...serverless.values()].flatMap(({ properties }) =>
    Object.values(isRecord(properties.Events) ? properties.Events : {}),
  );
  const all = events.flatMap((one) =>
    isRecord(one) && one.Type === "Api" && isRecord(one.Properties) ? [one.Properties] : [],
  );
  return Map.groupBy(all, ({ RestApiId: id }) => (isMissing(id) ? implicitApi : (idIn(id) ?? String(id))));
}
