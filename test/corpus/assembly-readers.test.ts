import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { AssetManifest } from "@aws-cdk/cdk-assets-lib";
import { buildConstructTree, CloudAssembly, ConstructIndex } from "@aws-cdk/cloud-assembly-api";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { publishingIn } from "#frontends/cdk-assembly/asset-manifest.ts";
import type { Input } from "#frontends/frontend.ts";
import { inputsIn } from "#frontends/index.ts";
import { InputError } from "#model/input-error.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/assemblies", import.meta.url));
const manifests = existsSync(folder) ? globSync("**/manifest.json", { cwd: folder }).map(dirname) : [];
/** Those that are inside of no other one. */
const assemblies = manifests.filter((one) => !manifests.some((other) => one.startsWith(`${other}/`))).sort();

const api = "aws__aws-cdk-cli/packages/@aws-cdk/cloud-assembly-api/test/fixtures";
const schema = "aws__aws-cdk-cli/packages/@aws-cdk/cloud-assembly-schema/test/fixtures";

const nothingToJudge = "an assembly without stacks is read, and we refuse it: there is nothing to judge";

/** Where the two readers differ, and why. */
const differences: ReadonlyMap<string, string> = new Map([
  [
    "aws-samples__serverless-patterns/cdk-apigw-authorizer-sqs",
    "a template is not there, which they see when somebody asks for it; we tell of it at once, and read the others",
  ],
  [`${api}/invalid-depends`, "the order of stacks, which is wrong here, tells nothing of access: we read the stacks"],
  [`${api}/invalid-manifest-type-cloudformation`, "a stack without an environment: we take its account for open"],
  [`${api}/invalid-manifest-type-tree`, nothingToJudge],
  [`${schema}/invalid-artifact-type`, nothingToJudge],
  [
    "open-constructs__aws-cdk-library/test/aws-redshiftserverless/integ.redshift-serverless-namespace-workgroup.ts.snapshot",
    "test-region is no name of a region: we take it for open",
  ],
]);

interface Stack {
  readonly template: string;
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** The stacks of an assembly, those of its stages too, or that they are refused. */
type Read = readonly Stack[] | string;

function theirs(name: string): Read {
  try {
    return official(name).stacksRecursively.map(
      ({ templateFullPath, stackName, hierarchicalId, environment, tags }) => ({
        template: relative(folder, templateFullPath),
        name: stackName,
        title: hierarchicalId,
        account: /^\d{12}$/.test(environment.account) ? environment.account : undefined,
        region: environment.region === "unknown-region" ? undefined : environment.region,
        tags,
      }),
    );
  } catch (error) {
    if (error instanceof Error && error.name === "CloudAssemblyError") return "refused";
    throw error;
  }
}

function official(name: string): CloudAssembly {
  return new CloudAssembly(join(folder, name), { skipVersionCheck: true });
}

async function ours(name: string): Promise<Read> {
  try {
    const read = (await inputsOf(name)).filter(({ unread }) => unread === undefined);
    if (read.length === 0) return "refused";
    return read.map(({ path, given }) => ({
      template: path,
      name: given?.stack?.name,
      title: given?.stack?.title,
      account: given?.account,
      region: given?.region,
      tags: Object.fromEntries(given?.tags ?? []),
    }));
  } catch (error) {
    if (error instanceof InputError) return "refused";
    throw error;
  }
}

async function inputsOf(name: string): Promise<readonly Input[]> {
  return (await inputsIn(name, nodeFiles(folder))) ?? [];
}

/** In an order that does not depend on what is deployed first. */
function inOrder(read: Read): Read {
  const key = ({ template, name }: Stack) => `${template} ${name}`;
  return typeof read === "string" ? read : read.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe.skipIf(assemblies.length === 0)(
  "the CDK's own reader agrees (skipped where the assemblies are absent)",
  () => {
    test.each(assemblies)("about the stacks of %s", async (name) => {
      const [our, their] = [inOrder(await ours(name)), inOrder(theirs(name))];
      if (differences.has(name)) expect(our).not.toEqual(their);
      else expect(our).toEqual(their);
    });

    test.each(assemblies)("about the constructs of %s", async (name) => {
      const inputs = typeof (await ours(name)) === "string" ? [] : await inputsOf(name);
      for (const one of inputs.length === 0 ? [] : resourcesInTree(name))
        expect([one.template, one.id, await constructsOf(one, inputs)]).toEqual([one.template, one.id, [one.path]]);
    });
  },
);

/** Whatever the assembly: manifests of assets are files of their own. */
const assets = existsSync(folder) ? globSync("**/*.assets.json", { cwd: folder }).sort() : [];

describe.skipIf(assets.length === 0)(
  "the CDK's reader of assets agrees (skipped where the assemblies are absent)",
  () => {
    test("is asked about as many as there were", () => {
      expect(assets.length).toBe(316);
    });

    test.each(assets)("about %s", (name) => {
      const text = readFileSync(join(folder, name), "utf8");
      const their = AssetManifest.fromFile(join(folder, name)).entries.map(
        ({ type, id, genericDestination: place }) => ({
          kind: type,
          asset: id.assetId,
          destination: id.destinationId,
          ...(isAssumed(place) && { role: place.assumeRoleArn }),
        }),
      );
      expect(publishingIn(text)).toEqual(their);
    });
  },
);

function isAssumed(place: unknown): place is { readonly assumeRoleArn: string } {
  return typeof place === "object" && place !== null && "assumeRoleArn" in place;
}

interface Resource {
  readonly template: string;
  readonly id: string;
  readonly path: string;
}

/** The resources of an app with their constructs, by their join of the tree and the metadata. */
function resourcesInTree(name: string): readonly Resource[] {
  if (theirs(name) === "refused") return [];
  const nodes = ConstructIndex.fromTree(buildConstructTree(official(name), (fields) => fields));
  return [...nodes].flatMap(({ path, type, logicalId: id, templateFile }) =>
    type === undefined || id === undefined || templateFile === undefined || !existsSync(templateFile)
      ? []
      : [{ template: relative(folder, templateFile), id, path }],
  );
}

/** The same by ours, which asks the metadata of a stack; those of nested ones are told by the stack that they are in. */
async function constructsOf({ template, id }: Resource, inputs: readonly Input[]): Promise<readonly string[]> {
  const pointer = `/Resources/${id}/Properties`;
  const input = { path: template, bytes: readFileSync(join(folder, template)) };
  const itself = inputs.filter(({ path }) => path === template);
  const beside = inputs.filter(({ path }) => dirname(path) === dirname(template));
  const asked = itself.length > 0 ? itself : beside;
  const told = asked.flatMap(({ given }) => (given?.origins === undefined ? [] : [given.origins(input, [pointer])]));
  const origins = await Promise.all(told);
  return [...new Set(origins.flatMap((one) => one.get(pointer)?.construct ?? []))];
}
