import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import type { Origin } from "#model/location.ts";
import type { Report } from "#model/report.ts";
import { sarif } from "#reporters/sarif.ts";
import { text } from "#reporters/text.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../../src/check.ts";
import { plain } from "../../reporters/support.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const app = "fixtures/plans/cdk-assembly/own-lines";
const made = mkdtempSync(join(tmpdir(), "own-lines-"));
afterAll(() => rmSync(made, { recursive: true }));

beforeAll(synthesize, 60_000);

/** Lines of the app, read in its two files. In a module's outermost level the CDK loses the column. */
const lines: readonly (readonly [construct: string, place: string])[] = [
  ["Shop/Deployer/Role/Resource", "lib/deployer.ts:8:18"],
  ["Shop/Deployer/Role/DefaultPolicy/Resource", "lib/deployer.ts:9:10"],
  ["Shop/Inner/Deployer/Role/Resource", "lib/deployer.ts:8:18"],
  ["Shop/Inner/Deployer/Role/DefaultPolicy/Resource", "lib/deployer.ts:9:10"],
  ["Prod/Shop/Deployer/Role/Resource", "lib/deployer.ts:8:18"],
  ["Prod/Shop/Deployer/Role/DefaultPolicy/Resource", "lib/deployer.ts:9:10"],
  ["Shop/Orders/Resource", "app.ts:13"],
  ["Shop/OfOrders/Resource", "app.ts:15"],
  ["Shop/Bills/Resource", "app.ts:13"],
  ["Shop/OfBills/Resource", "app.ts:15"],
  ["Shop/Custom::S3AutoDeleteObjectsCustomResourceProvider/Role", "library"],
];

async function reportOf(folder: string, cwd: string): Promise<Report> {
  const inputs = (await inputsIn(folder, nodeFiles(cwd))) ?? [];
  const gate = { failOn: "high", gate: "changed", allowIncomplete: false } as const;
  return check(inputs, { ...gate, ruleset: defaultRuleset(), version: "0.0.0", today: "2026-01-15" });
}

/** What findings are about: where each construct was made. */
function madeAt(report: Report): ReadonlyMap<string, string> {
  const origins = report.findings.flatMap(({ evidence }) => evidence.flatMap(({ location }) => location.origin ?? []));
  return new Map(origins.map((one) => [one.construct, placeOf(one)]));
}

function placeOf({ file, line, column, madeBy }: Origin): string {
  return file === undefined ? madeBy : [file, line, column].filter((one) => one !== undefined).join(":");
}

/** Runs the app by itself: without `cdk synth`, nothing in the templates names constructs or the files of nested ones. */
function synthesize(): void {
  const env = { ...process.env, CDK_OUTDIR: made, CDK_CONTEXT_JSON: "{}" };
  execFileSync(process.execPath, ["app.ts"], { cwd: join(root, app), env });
}

describe("findings stand at the lines of the app", () => {
  test("of an assembly that another machine made", async () => {
    const found = madeAt(await reportOf(`${app}/cdk.out`, root));
    for (const [construct, place] of lines) expect([construct, found.get(construct)]).toEqual([construct, place]);
  });

  test("of one that was synthesized just now, from the working folder", async () => {
    const found = madeAt(await reportOf(made, root));
    for (const [construct, place] of lines)
      expect([construct, found.get(construct)]).toEqual([construct, place === "library" ? place : `${app}/${place}`]);
  });
});

test("the text shows the line and the construct, and that a library made one by itself", async () => {
  const report = await reportOf("cdk.out", join(root, app));
  const written = text.render(report, plain);
  expect(written).toContain("\n   where lib/deployer.ts:9:10  Shop/Deployer/Role/DefaultPolicy/Resource\n");
  expect(written).toContain(
    "\n   where made by a library, by no line of the app  Shop/Custom::S3AutoDeleteObjectsCustomResourceProvider/Role\n",
  );
  expect(written).not.toContain("cdk synth --debug");
});

test("code scanning is told the line of the app, and the construct by its path", async () => {
  const report = await reportOf("cdk.out", join(root, app));
  const { runs } = JSON.parse(sarif.render(report, plain));
  const places = runs[0].results.map(({ locations }: { locations: readonly object[] }) => locations[0]);
  expect(places).toContainEqual({
    physicalLocation: {
      artifactLocation: { uri: "lib/deployer.ts" },
      region: { startLine: 9, startColumn: 10 },
    },
    logicalLocations: expect.arrayContaining([
      { fullyQualifiedName: "Shop/Deployer/Role/DefaultPolicy/Resource", kind: "construct" },
    ]),
  });
});

test("but nothing of the machine where the app is not in the working folder: then it is told the line in the template", async () => {
  const report = await reportOf(made, join(root, "docs"));
  const log = sarif.render(report, plain);
  const { runs } = JSON.parse(log);
  const uris = runs[0].results.map(({ locations }: Results) => locations[0].physicalLocation.artifactLocation.uri);
  expect(log).not.toContain(root);
  expect(new Set(uris)).toEqual(
    new Set(["Shop.template.json", "ShopInnerE5AC8EA9.nested.template.json", "ProdShop82526E42.template.json"]),
  );
  expect(log).toContain("Shop/Deployer/Role/DefaultPolicy/Resource");
});

interface Results {
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
}

test("an app that kept no lines is told how to keep them", async () => {
  const role = { Type: "AWS::IAM::Role", Properties: {}, Metadata: { "aws:cdk:path": "Old/Role/Resource" } };
  const metadata = { "/Old/Role/Resource": [{ type: "aws:cdk:logicalId", data: "Role1" }] };
  const stack = { type: "aws:cloudformation:stack", properties: { templateFile: "Old.template.json" }, metadata };
  const old = join(made, "old");
  mkdirSync(old);
  writeFileSync(join(old, "manifest.json"), JSON.stringify({ version: "36.0.0", artifacts: { Old: stack } }));
  writeFileSync(join(old, "Old.template.json"), JSON.stringify({ Resources: { Role1: role } }));
  const written = text.render(await reportOf(old, root), plain);
  expect(written).toContain("\n   where made by a line that the app did not keep  Old/Role/Resource\n");
  expect(written).toContain("\n   the app kept no lines of its program: cdk synth --debug keeps them\n");
});
