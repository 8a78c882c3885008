import { InputError } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import type { Files, Given, Input, Origins } from "../frontend.ts";
import { Besides, type NamesIn } from "../input/beside.ts";
import { Bootstraps } from "./bootstrap.ts";
import { assetOf, contained, mostBytes, type Place, textIn } from "./inside.ts";
import { broken, type Manifest, manifestOf, type Stack } from "./manifest.ts";
import { originsOf } from "./origins.ts";
import { orUnread, unreadInput } from "./unread.ts";

/** Stages may stand inside of stages. */
const deepest = 8;

/**
 * The templates of a cloud assembly, those of its stages too, each with what the manifest tells of where it goes. Undefined when a folder is none: what
 * counts is its manifest, whatever the folder is called. What cannot be read of it is among them, and says why.
 * @throws InputError when the assembly names what is not inside of it, or has no stacks.
 */
export async function readAssembly(
  folder: string,
  files: Files,
  namesIn: NamesIn,
): Promise<readonly Input[] | undefined> {
  const root = await files.real(folder);
  const place = { files, root, assets: new Map(), sources: new Map() };
  const besides = new Besides({ files, root, namesIn, assetIn: (from, name) => assetOf(from, name, place) });
  const around = { ...place, depth: 0, bootstraps: new Bootstraps(), besides, seen: new Set<string>() };
  const inputs = await templatesIn(folder, around);
  if (inputs === undefined || inputs.length > 0) return inputs;
  throw new InputError(3, "assembly-without-stacks", `${folder} is a cloud assembly without stacks`, "cdk synth");
}

interface Around extends Place {
  readonly depth: number;
  readonly bootstraps: Bootstraps;
  readonly besides: Besides;
  /** The real paths of the folders that were read. */
  readonly seen: Set<string>;
}

async function templatesIn(folder: string, around: Around): Promise<readonly Input[] | undefined> {
  const { files, depth, assets, seen } = around;
  const path = files.resolve(folder, "manifest.json");
  if ((await files.kind(path)) !== "file") return undefined;
  const bytes = await files.read(path, mostBytes);
  const manifest = manifestOf(path, new TextDecoder().decode(bytes));
  if (manifest === undefined) return undefined;
  if (depth > deepest) throw broken(`${path}: its stages are nested too deep`);
  seen.add(await files.real(folder));
  // Who asks for assets knows the folder by the templates in it.
  assets.set(files.resolve(folder, "."), manifest.assets);
  const inputs = manifest.broken.map((one) => unreadInput(path, one));
  for (const stack of manifest.stacks) {
    const template = files.resolve(folder, stack.template);
    inputs.push(...(await orUnread(template, stack.at, () => templateOf(stack, folder, manifest, around))));
  }
  for (const stage of manifest.nested)
    inputs.push(...(await orUnread(path, stage.at, () => stageIn(stage.folder, folder, around))));
  return inputs;
}

async function templateOf(
  stack: Stack,
  folder: string,
  { missing }: Manifest,
  around: Around,
): Promise<readonly Input[]> {
  const { files, bootstraps, besides } = around;
  const path = await contained(folder, stack.template, around);
  const origins = await originsIn(folder, stack, around);
  const { presumed, notices } = await bootstraps.of(stack.deployer, (name) => textIn(folder, name, around));
  const told = [...missingContext(missing, stack.at.document), ...notices];
  const given = { ...givenOf(stack), origins, presumed, notices: told };
  return [await besides.of({ path, bytes: await files.read(path), format: "cloudformation", given })];
}

async function stageIn(name: string, folder: string, around: Around): Promise<readonly Input[]> {
  const stage = await contained(folder, name, around);
  if (around.seen.has(await around.files.real(stage)))
    throw broken(`${folder} names the stage ${name}, which was read already`);
  const inner = await templatesIn(stage, { ...around, depth: around.depth + 1 });
  if (inner === undefined) throw broken(`${folder} names the stage ${name}, which has no manifest`);
  return inner;
}

function givenOf({ account, region, name, title, tags, parameters }: Stack): Given {
  return {
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    stack: { name, title },
    tags,
    ...(parameters.size > 0 && { values: parameters }),
  };
}

function missingContext(missing: number, manifest: string): readonly Notice[] {
  if (missing === 0) return [];
  const lookUps = missing === 1 ? "a look-up that was" : `${missing} look-ups that were`;
  const message = `the app waits for ${lookUps} not made (cdk synth with credentials makes them): values in its templates are made up`;
  const location = { document: manifest, pointer: "/missing" };
  return [{ code: "context-missing", level: "incomplete", message, location }];
}

/** What tells of the constructs of a stack. Nothing of access is in it: where its file is gone, lines of the program are not told, and that is all. */
async function originsIn(folder: string, { metadata, metadataFile }: Stack, around: Around): Promise<Origins> {
  const { files } = around;
  const isThere = metadataFile !== undefined && (await files.kind(files.resolve(folder, metadataFile))) === "file";
  const file = isThere ? await contained(folder, metadataFile, around) : undefined;
  return originsOf({ metadata, ...(file !== undefined && { file }) }, files);
}
