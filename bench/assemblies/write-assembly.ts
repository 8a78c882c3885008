import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serviceTemplate } from "./service-template.ts";

export interface AssemblyOptions {
  /** How many stacks the app has, each with a template. */
  readonly stacks: number;
  /** Equal seeds give equal assemblies. */
  readonly seed: number;
}

/** Writes the assembly of an app with many stacks, as `cdk synth` leaves one; gives the bytes of its templates. */
export function writeAssembly(folder: string, { stacks, seed }: AssemblyOptions): number {
  mkdirSync(folder, { recursive: true });
  const artifacts: Record<string, unknown> = {};
  let bytes = 0;
  for (let number = 0; number < stacks; number++) {
    const name = `Service${number}`;
    const template = serviceTemplate({ number, seed, path: name });
    const text = JSON.stringify(template, undefined, 1);
    writeFileSync(join(folder, `${name}.template.json`), text);
    writeFileSync(join(folder, `${name}.metadata.json`), JSON.stringify(metadataOf(name, template), undefined, 2));
    artifacts[name] = artifactOf(name, number);
    bytes += text.length;
  }
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ version: "55.0.0", artifacts }, undefined, 1));
  return bytes;
}

/** Stacks go to three accounts, in turn. */
function artifactOf(name: string, number: number) {
  const account = ["111122223333", "222233334444", "333344445555"][number % 3];
  return {
    type: "aws:cloudformation:stack",
    environment: `aws://${account}/eu-west-1`,
    properties: {
      templateFile: `${name}.template.json`,
      tags: { environment: "prod", owner: `team-${number % 40}` },
      assumeRoleArn: `arn:\${AWS::Partition}:iam::${account}:role/cdk-hnb659fds-deploy-role-${account}-eu-west-1`,
    },
    additionalMetadataFile: `${name}.metadata.json`,
    displayName: name,
  };
}

/** What the library tells of each resource: its construct, and the calls that made it. */
function metadataOf(name: string, { Resources }: ReturnType<typeof serviceTemplate>): Record<string, unknown> {
  const entries = Object.entries(Resources).map(([id, { Metadata }]): [string, unknown] => [
    `/${Metadata["aws:cdk:path"]}`,
    [
      { type: "aws:cdk:logicalId", data: id },
      {
        type: "aws:cdk:creationStack",
        data: ["...new Function2 in aws-cdk-lib...", `new ${name} (/app/${name}.ts:20:5)`],
      },
    ],
  ]);
  return Object.fromEntries<unknown>([
    [`/${name}`, [{ type: "aws:cdk:templateFile", data: `${name}.template.json` }]],
    ...entries,
  ]);
}
