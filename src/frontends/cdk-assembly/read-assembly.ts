import { InputError } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import type { Files, Given, Input, Origins } from "../frontend.ts";
import { Bootstraps } from "./bootstrap.ts";
import { broken, manifestOf, type Stack } from "./manifest.ts";
import { originsOf } from "./origins.ts";

/** The longest manifest that is read, in bytes; those of big apps have a few hundred kilobytes. */
const mostBytes = 64 * 1024 * 1024;

/** Stages may stand inside of stages. */
const deepest = 8;

/**
 * The templates of a cloud assembly, those of its stages too, each with what the manifest tells of where it goes. Undefined when a folder is none: what
 * counts is its manifest, whatever the folder is called.
 * @throws InputError when the assembly is broken, or names what is not inside of it.
 */
export async function readAssembly(folder: string, files: Files): Promise<readonly Input[] | undefined> {
  const inputs = await templatesIn(folder, {
    files,
    root: await files.real(folder),
    depth: 0,
    bootstraps: new Bootstraps(),
  });
  if (inputs === undefined || inputs.length > 0) return inputs;
  throw new InputError(3, "assembly-without-stacks", `${folder} is a cloud assembly without stacks`, "cdk synth");
}

interface Around {
  readonly files: Files;
  /** The real path of the whole assembly. */
  readonly root: string;
  readonly depth: number;
  readonly bootstraps: Bootstraps;
}

async function templatesIn(folder: string, around: Around): Promise<readonly Input[] | undefined> {
  const { files, depth, bootstraps } = around;
  const path = files.resolve(folder, "manifest.json");
  if ((await files.kind(path)) !== "file") return undefined;
  const bytes = await files.read(path, mostBytes);
  const manifest = manifestOf(path, new TextDecoder().decode(bytes));
  if (manifest === undefined) return undefined;
  if (depth > deepest) throw broken(`${path}: its stages are nested too deep`);
  const inputs: Input[] = [];
  for (const stack of manifest.stacks) {
    const template = await contained(folder, stack.template, around);
    const origins = await originsIn(folder, stack, around);
    const { presumed, notices } = await bootstraps.of(stack.deployer, (name) => textIn(folder, name, around));
    const told = [...missingContext(manifest.missing, path), ...notices];
    const given = { ...givenOf(stack), origins, presumed, notices: told };
    inputs.push({ path: template, bytes: await files.read(template), format: "cloudformation", given });
  }
  for (const name of manifest.nested) {
    const stage = await contained(folder, name, around);
    const inner = await templatesIn(stage, { ...around, depth: depth + 1 });
    if (inner === undefined) throw broken(`${path} names the stage ${name}, which has no manifest`);
    inputs.push(...inner);
  }
  return inputs;
}

function givenOf({ account, region, name, title, tags }: Stack): Given {
  return {
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    stack: { name, title },
    tags,
  };
}

function missingContext(missing: number, manifest: string): readonly Notice[] {
  if (missing === 0) return [];
  const lookUps = missing === 1 ? "a look-up that was" : `${missing} look-ups that were`;
  const message = `the app waits for ${lookUps} not made (cdk synth with credentials makes them): values in its templates are made up`;
  const location = { document: manifest, pointer: "/missing" };
  return [{ code: "context-missing", level: "incomplete", message, location }];
}

/** The text of a file that a manifest names, if it is there: of a manifest of assets nothing else depends. */
async function textIn(folder: string, name: string, around: Around): Promise<string> {
  const { files } = around;
  if ((await files.kind(files.resolve(folder, name))) !== "file") return "";
  return new TextDecoder().decode(await files.read(await contained(folder, name, around), mostBytes));
}

/** What tells of the constructs of a stack. Nothing of access is in it: where its file is gone, lines of the program are not told, and that is all. */
async function originsIn(folder: string, { metadata, metadataFile }: Stack, around: Around): Promise<Origins> {
  const { files } = around;
  const isThere = metadataFile !== undefined && (await files.kind(files.resolve(folder, metadataFile))) === "file";
  const file = isThere ? await contained(folder, metadataFile, around) : undefined;
  return originsOf({ metadata, ...(file !== undefined && { file }) }, files);
}

/** The path of what a manifest names. A manifest may come from anywhere, and must not lead out of its folder. */
async function contained(folder: string, name: string, { files, root }: Around): Promise<string> {
  const path = files.resolve(folder, name);
  if ((await files.kind(path)) === "missing") throw broken(`${folder} names ${name}, which is not there`);
  if ((await files.real(path)).startsWith(`${root}/`)) return path;
  throw new InputError(3, "outside-of-assembly", `${folder} names ${name}, which is not inside of it`);
}
