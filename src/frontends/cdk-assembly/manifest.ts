import { InputError } from "#model/input-error.ts";
import { isRecord, parseJson } from "#model/json-tree.ts";
import { inside } from "#model/location.ts";
import { at, type Json, listAt, recordAt, textAt } from "../json/shape.ts";
import { type Deployer, deployerOf } from "./deployer.ts";
import { tagsOf } from "./tags.ts";

/** A stack of a cloud assembly: the file of its template, and what the manifest tells of where it goes. */
export interface Stack {
  readonly template: string;
  /** What CloudFormation calls it, and what the app does: `Prod-Roles`, `Prod/Roles`. */
  readonly name: string;
  readonly title: string;
  /** Twelve digits; absent when the app leaves it open. */
  readonly account?: string;
  /** `eu-west-1`; absent when the app leaves it open. */
  readonly region?: string;
  /** Tags that CloudFormation puts on all that the stack makes. */
  readonly tags: ReadonlyMap<string, string>;
  /** What the manifest tells of its constructs, as it stands there. */
  readonly metadata: unknown;
  /** The file that newer libraries put that into. */
  readonly metadataFile?: string;
  /** The role that deploys it; absent where whoever runs the tool does so himself. */
  readonly deployer?: Deployer;
}

/** What a manifest lists, as far as it is about access. */
export interface Manifest {
  readonly stacks: readonly Stack[];
  /** Folders of the assemblies inside of it: the stages of the app. */
  readonly nested: readonly string[];
  /** Look-ups that the app could not make: it put made-up values in their place. */
  readonly missing: number;
}

/**
 * Reads the manifest of a cloud assembly; undefined where a document is none.
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-app
 * @throws InputError when a part of it cannot be read.
 */
export function manifestOf(path: string, text: string): Manifest | undefined {
  const manifest = parseJson(text);
  const artifacts = recordAt(manifest, "artifacts");
  if (artifacts === undefined || textAt(manifest, "version") === undefined) return undefined;
  const all = Object.entries(artifacts).map(([id, one]) => ({ id, one: artifactOf(path, id, one) }));
  const ofType = (type: string) => all.filter(({ one }) => one.type === type);
  return {
    stacks: ofType("aws:cloudformation:stack").map(({ id, one }) => stackOf(path, id, artifacts, one)),
    nested: ofType("cdk:cloud-assembly").map(({ id, one }) => folderOf(path, id, one)),
    missing: listAt(manifest, "missing").length,
  };
}

/** What cannot be read may be a stack: nothing of a manifest is left out in silence. */
function artifactOf(path: string, id: string, artifact: unknown): Json {
  if (!isRecord(artifact)) throw broken(`${path}: artifact ${id} is no object`);
  return artifact;
}

function folderOf(path: string, id: string, artifact: Json): string {
  const folder = textAt(artifact, "properties", "directoryName");
  if (folder === undefined) throw broken(`${path}: stage ${id} names no folder`);
  return folder;
}

/** An assembly that the CDK did not leave like this. */
export function broken(sentence: string): InputError {
  return new InputError(3, "broken-assembly", sentence, "make it anew: cdk synth");
}

function stackOf(path: string, id: string, artifacts: Json, artifact: Json): Stack {
  const template = textAt(artifact, "properties", "templateFile");
  if (template === undefined) throw broken(`${path}: stack ${id} names no template`);
  const environment = textAt(artifact, "environment") ?? "";
  const account = /^aws:\/\/(\d{12})\//.exec(environment)?.[1];
  const region = /^aws:\/\/[^/]*\/([a-z]{2,}(?:-[a-z]+)+-\d+)$/.exec(environment)?.[1];
  const metadataFile = textAt(artifact, "additionalMetadataFile");
  const deployer = deployerOf(artifact, artifacts, inside({ document: path, pointer: "" }, "artifacts", id));
  return {
    template,
    name: textAt(artifact, "properties", "stackName") ?? id,
    title: textAt(artifact, "displayName") ?? id,
    tags: tagsOf(artifact, (key) => broken(`${path}: the tag ${key} of stack ${id} is no text`)),
    metadata: at(artifact, "metadata"),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(metadataFile !== undefined && { metadataFile }),
    ...(deployer !== undefined && { deployer }),
  };
}
