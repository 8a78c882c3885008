import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { GraphDocument } from "#model/graph-document.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { graph } from "../../src/check.ts";
import { disparities } from "../suites/parity.ts";
import { formOf } from "../suites/parity-form.ts";
import { exceptions } from "./sam-exceptions.ts";

/** The official transform is the oracle: what it makes of a template says the same about access as what we make of it. */
const folder = fileURLToPath(new URL("../../../shared/corpus/sam/tests/translator", import.meta.url));

const partitions = [
  { name: "aws", outputs: "output", region: "us-east-1", count: 212 },
  { name: "aws-cn", outputs: "output/aws-cn", region: "cn-north-1", count: 240 },
  { name: "aws-us-gov", outputs: "output/aws-us-gov", region: "us-gov-west-1", count: 192 },
] as const;

function graphOf(path: string, text: string, region: string): Promise<GraphDocument> {
  const given = { region, account: "111122223333" };
  return graph({ path, bytes: Buffer.from(text), given }, { ruleset: defaultRuleset() }, "after");
}

/** Half of the templates leave the transform out, since nothing else reads them there, and a few name one of their own. */
function serverless(text: string): string {
  const template = text.replace("AWS::Serverless-2016-10-31-test", "AWS::Serverless-2016-10-31");
  return /^Transform:/m.test(template) ? template : `${template}\nTransform: AWS::Serverless-2016-10-31\n`;
}

/** Identities and policies by their logical ids: they are part of what SAM promises. */
function addresses({ identities, policies }: GraphDocument): readonly string[] {
  return [...identities, ...policies].map((one) => `${one.type} ${one.address}`).sort();
}

async function differences(path: string, region: string): Promise<readonly string[]> {
  const official = await graphOf(path, readFileSync(join(folder, path), "utf8"), region);
  const input = `input/${basename(path, ".json")}.yaml`;
  const ours = await graphOf(input, serverless(readFileSync(join(folder, input), "utf8")), region);
  const [theirs, made] = [addresses(official), addresses(ours)];
  return [
    ...disparities(formOf(official), formOf(ours), []),
    ...theirs.filter((one) => !made.includes(one)).map((one) => `lacks ${one}`),
    ...made.filter((one) => !theirs.includes(one)).map((one) => `has ${one}, which the transform does not make`),
    ...ours.notices.filter((one) => one.code === "sam-not-expanded").map((one) => one.message),
  ];
}

describe.skipIf(!existsSync(folder))("what SAM makes of templates (skipped where they are absent)", () => {
  test.each(partitions)("in $name", async ({ outputs, region, count }) => {
    const names = readdirSync(join(folder, outputs)).filter((one) => one.endsWith(".json"));
    const others: string[] = [];
    for (const name of names.sort()) {
      if ((await differences(`${outputs}/${name}`, region)).length > 0) others.push(basename(name, ".json"));
    }
    expect(names.length).toBe(count);
    expect(others).toEqual([...exceptions.keys()].filter((one) => names.includes(`${one}.json`)).sort());
    expect(others.length / names.length).toBeLessThan(0.05);
  });

  test("all that is excepted is there", () => {
    const there = partitions.flatMap(({ outputs }) => readdirSync(join(folder, outputs)));
    expect([...exceptions.keys()].filter((one) => !there.includes(`${one}.json`))).toEqual([]);
  });
});
