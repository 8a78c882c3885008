import { expect, it } from "vitest";
import { factRows } from "./fact-rows.ts";
import { factsAt, graphOf } from "./facts.ts";
import { planOf } from "./shaped-plan.ts";

it.each(factRows.map((one) => [`${one[0]} ${JSON.stringify(one[1])}`, one] as const))("%s", async (_title, row) => {
  const [type, values, facts, more] = row;
  const graph = await graphOf(planOf([...(more?.beside ?? []), [type, "x", values]]));
  expect(factsAt(graph, more?.at ?? `${type}.x`)).toEqual([...facts].sort());
});
