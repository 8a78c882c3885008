import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { resourceTypes } from "#clouds/aws/resources/index.ts";
import { cloudFormationRows } from "./cloudformation-rows.ts";
import { sharedRows } from "./cloudformation-shared-rows.ts";
import { factsAt, graphOf } from "./facts.ts";

const rows = [...cloudFormationRows, ...sharedRows].map((one) => [`${one[0]} ${JSON.stringify(one[1])}`, one] as const);

it.each(rows)("%s", async (_title, [Type, Properties, facts, more]) => {
  const template = { Resources: { ...more?.beside, X: { Type, Properties } } };
  const graph = await graphOf(Buffer.from(JSON.stringify(template)));
  expect(factsAt(graph, more?.at ?? "X")).toEqual([...facts].sort());
});

it("a type of CloudFormation is described in one place, or the others would not be read", () => {
  const names = [...resourceTypes.values()].flatMap((type) => type.cloudformation ?? []);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
