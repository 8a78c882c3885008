import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
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

it("has a row for every type that adds something to the graph, here or in the table of what names a role", () => {
  const told = new Set([...cloudFormationRows, ...sharedRows].flatMap(([type, , , more]) => [type, ...typesIn(more)]));
  const [, ...lines] = readFileSync("data/cloudformation-roles.tsv", "utf8").trim().split("\n");
  const users = new Set(lines.map((line) => line.split("\t")[0]));
  const missing = [...resourceTypes.values()].flatMap((one) => {
    const { cloudformation: type } = one;
    const isTold = type === undefined || told.has(type) || users.has(type);
    return isTold || one.contribute === undefined ? [] : [type];
  });
  expect(missing).toEqual([]);
});

/** What stands beside the resource of a row has a meaning for it. */
function typesIn(more: (typeof cloudFormationRows)[number][3]): readonly string[] {
  return Object.values(more?.beside ?? {}).map(({ Type: type }) => type);
}
