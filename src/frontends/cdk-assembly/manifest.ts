import { InputError } from "#model/input-error.ts";
import { isRecord, parseJson } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { Unread } from "../frontend.ts";
import { at, type Json, listAt, recordAt, textAt } from "../json/shape.ts";
import { type Deployer, deployerOf } from "./deployer.ts";
import { tagsOf } from "./tags.ts";

/** A stack of a cloud assembly: the file of its template, and what the manifest tells of where it goes. */
export interface Stack {
  /** Where the manifest tells of it. */
  readonly at: SourceLocation;
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
  /** What the app hands in for parameters of the template. */
  readonly parameters: ReadonlyMap<string, string | undefined>;
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
  /** The assemblies inside of it, which are the stages of the app, by their folders. */
  readonly nested: readonly { readonly folder: string; readonly at: SourceLocation }[];
  /** What cannot be read, and may be a stack. */
  readonly broken: readonly Unread[];
  /** Files that tell of assets. */
  readonly assets: readonly string[];
  /** Look-ups that the app could not make: it put made-up values in their place. */
  readonly missing: number;
}

/** An artifact, and where it stands. */
interface Artifact {
  readonly id: string;
  readonly value: Json;
  readonly at: SourceLocation;
}

/**
 * Reads the manifest of a cloud assembly; undefined where a document is none.
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-app
 */
export function manifestOf(path: string, text: string): Manifest | undefined {
  const manifest = parseJson(text);
  const artifacts = recordAt(manifest, "artifacts");
  if (artifacts === undefined || textAt(manifest, "version") === undefined) return undefined;
  const broken: Unread[] = [];
  const place = inside({ document: path, pointer: "" }, "artifacts");
  const all = Object.entries(artifacts).flatMap(([id, one]) =>
    orBroken(inside(place, id), broken, (at) => ({ id, value: artifactOf(path, id, one), at })),
  );
  const each = <T>(type: string, read: (one: Artifact) => T) =>
    all.filter(({ value }) => value.type === type).flatMap((one) => orBroken(one.at, broken, () => read(one)));
  return {
    stacks: each("aws:cloudformation:stack", (one) => stackOf(one, artifacts)),
    nested: each("cdk:cloud-assembly", (one) => ({ folder: folderOf(one), at: one.at })),
    assets: each("cdk:asset-manifest", ({ value }) => textAt(value, "properties", "file") ?? []).flat(),
    missing: listAt(manifest, "missing").length,
    broken,
  };
}

/** One broken part must not hide the others. */
function orBroken<T>(at: SourceLocation, broken: Unread[], read: (at: SourceLocation) => T): readonly T[] {
  try {
    return [read(at)];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    broken.push({ problem: error.message, location: at });
    return [];
  }
}

/** What cannot be read may be a stack: nothing of a manifest is left out in silence. */
function artifactOf(path: string, id: string, artifact: unknown): Json {
  if (!isRecord(artifact)) throw broken(`${path}: artifact ${id} is no object`);
  return artifact;
}

function folderOf({ id, value, at: { document } }: Artifact): string {
  const folder = textAt(value, "properties", "directoryName");
  if (folder === undefined) throw broken(`${document}: stage ${id} names no folder`);
  return folder;
}

/** An assembly that the CDK did not leave like this. */
export function broken(sentence: string): InputError {
  return new InputError(3, "broken-assembly", sentence, "make it anew: cdk synth");
}

function stackOf({ id, value: artifact, at: place }: Artifact, artifacts: Json): Stack {
  const { document: path } = place;
  const template = textAt(artifact, "properties", "templateFile");
  if (template === undefined) throw broken(`${path}: stack ${id} names no template`);
  const environment = textAt(artifact, "environment") ?? "aws://unknown-account/unknown-region";
  if (!/^aws:\/\/[^/]+\/[^/]+$/.test(environment))
    throw broken(`${path}: the environment of stack ${id} is ${environment}, and not aws://account/region`);
  const account = /^aws:\/\/(\d{12})\//.exec(environment)?.[1];
  const region = /^aws:\/\/[^/]*\/([a-z]{2,}(?:-[a-z]+)+-\d+)$/.exec(environment)?.[1];
  const metadataFile = textAt(artifact, "additionalMetadataFile");
  const deployer = deployerOf(artifact, artifacts, place);
  return {
    at: place,
    template,
    name: textAt(artifact, "properties", "stackName") ?? id,
    title: textAt(artifact, "displayName") ?? id,
    tags: tagsOf(artifact, (key) => broken(`${path}: the tag ${key} of stack ${id} is no text`)),
    parameters: handedIn(recordAt(artifact, "properties", "parameters") ?? {}),
    metadata: at(artifact, "metadata"),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(metadataFile !== undefined && { metadataFile }),
    ...(deployer !== undefined && { deployer }),
  };
}

/** What is handed in and is no text, nobody knows. */
function handedIn(values: Json): Stack["parameters"] {
  return new Map(Object.entries(values).map(([name, one]) => [name, typeof one === "string" ? one : undefined]));
}
