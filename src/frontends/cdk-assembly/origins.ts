import { parseJson } from "#model/json-tree.ts";
import type { Origin } from "#model/location.ts";
import type { Files, Input, Origins } from "../frontend.ts";
import { textAt } from "../json/shape.ts";
import { ownFrame } from "./frames.ts";
import { type Construct, type Metadata, metadataOf } from "./metadata.ts";

/** The longest file of metadata that is read, in bytes; those of big stacks have some megabytes. */
const mostBytes = 64 * 1024 * 1024;

/** What tells of the constructs of a stack: its metadata in the manifest, and the file with more. */
export interface Told {
  readonly metadata: unknown;
  /** A path that was seen to be inside of the assembly. */
  readonly file?: string;
}

/** Where an app made the resources of a stack. Nothing is read before somebody asks, and then once. */
export function originsOf(told: Told, files: Files): Origins {
  let metadata: Promise<Metadata> | undefined;
  return async (input, pointers) => {
    metadata ??= read(told, files);
    const constructs = new Constructs(input, await metadata);
    const found = [...pointers].flatMap((pointer) => {
      const construct = constructs.at(pointer);
      return construct === undefined ? [] : [[pointer, originOf(construct, files)] as const];
    });
    return new Map(found);
  };
}

async function read({ metadata, file }: Told, files: Files): Promise<Metadata> {
  return metadataOf(metadata, file === undefined ? undefined : parseJson(await textOf(file, files)));
}

/** No finding is lost where metadata cannot be read: it only is not told where it comes from, which the report says. */
async function textOf(file: string, files: Files): Promise<string> {
  try {
    return new TextDecoder().decode(await files.read(file, mostBytes));
  } catch (error) {
    if (error instanceof Error && "code" in error) return "";
    throw error;
  }
}

/** The constructs of one template. */
class Constructs {
  readonly #input: Input;
  readonly #metadata: Metadata;
  #template: unknown;

  constructor(input: Input, metadata: Metadata) {
    this.#input = input;
    this.#metadata = metadata;
  }

  /** The metadata knows the resource by its template; where it does not, a resource may name its construct itself. */
  at(pointer: string): Construct | undefined {
    const id = /^\/Resources\/([^/]+)/.exec(pointer)?.[1]?.replaceAll("~1", "/").replaceAll("~0", "~");
    if (id === undefined) return undefined;
    const file = this.#input.path.slice(this.#input.path.lastIndexOf("/") + 1);
    const construct = this.#metadata.construct(file, id);
    if (construct !== undefined) return construct;
    this.#template ??= parseJson(new TextDecoder().decode(this.#input.bytes));
    const path = textAt(this.#template, "Resources", id, "Metadata", "aws:cdk:path");
    return path === undefined ? undefined : this.#metadata.at(path);
  }
}

function originOf({ path: construct, trace }: Construct, files: Files): Origin {
  const frame = ownFrame(trace ?? []);
  if (frame !== undefined) return { construct, madeBy: "program", ...frame, file: shown(frame.file, files) };
  return { construct, madeBy: trace === undefined || trace.length === 0 ? "untraced" : "library" };
}

/** Paths inside of the working folder are told from there. Any other is what the machine called it that made the assembly. */
function shown(file: string, files: Files): string {
  const near = files.resolve(".", file);
  return near.startsWith("..") || /^(?:\/|[A-Za-z]:)/.test(near) ? file : near;
}
