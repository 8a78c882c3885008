import { InputError } from "#model/input-error.ts";
import type { Files } from "../frontend.ts";
import { sourcesIn } from "./asset-sources.ts";
import { broken } from "./manifest.ts";

/** The longest file that is read besides templates, in bytes; manifests of big apps have a few hundred kilobytes, their metadata some megabytes. */
export const mostBytes = 64 * 1024 * 1024;

/** An assembly, as far as files in it are looked for. */
export interface Place {
  readonly files: Files;
  /** The real path of the whole assembly. */
  readonly root: string;
  /** The files that tell of assets, by the folders that they are in. */
  readonly assets: Map<string, readonly string[]>;
  /** What those of a folder tell, once somebody asked. */
  readonly sources: Map<string, ReadonlyMap<string, string>>;
}

/** The path of what a manifest names. A manifest may come from anywhere, and must not lead out of its folder. */
export async function contained(folder: string, name: string, { files, root }: Place): Promise<string> {
  const path = files.resolve(folder, name);
  const kind = await files.kind(path);
  if (kind === "missing") throw broken(`${folder} names ${name}, which is not there`);
  // To read a pipe would wait for somebody who writes into it.
  if (kind === "other") throw broken(`${folder} names ${name}, which is no file`);
  if ((await files.real(path)).startsWith(`${root}/`)) return path;
  throw new InputError(3, "outside-of-assembly", `${folder} names ${name}, which is not inside of it`);
}

/** The text of a file that a manifest names, if it is there: of a manifest of assets nothing else depends. */
export async function textIn(folder: string, name: string, around: Place): Promise<string> {
  const { files } = around;
  if ((await files.kind(files.resolve(folder, name))) !== "file") return "";
  return new TextDecoder().decode(await files.read(await contained(folder, name, around), mostBytes));
}

/** What an asset is called in its folder; nothing for what is no asset that a manifest tells of. */
export async function assetOf(folder: string, name: string, place: Place): Promise<string | undefined> {
  if (!/^[0-9a-f]{64}\./.test(name)) return undefined;
  const sources = place.sources.get(folder) ?? (await readSources(folder, place));
  place.sources.set(folder, sources);
  return sources.get(name);
}

async function readSources(folder: string, place: Place): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const file of place.assets.get(folder) ?? [])
    for (const [name, path] of sourcesIn(await textIn(folder, file, place))) all.set(name, path);
  return all;
}
