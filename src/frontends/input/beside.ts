import type { Beside, Files, Input } from "../frontend.ts";

/** The names of the files that a document names. What is wrong with a document is told when it is read. */
export type NamesIn = (input: Input) => Promise<ReadonlySet<string>>;

/** Where the files are looked for that documents name. */
export interface Around {
  readonly files: Files;
  readonly namesIn: NamesIn;
  /** The real path of the folder that must not be left. */
  readonly root: string;
  /** What an asset is called in its folder, by the name that it is published under. */
  readonly assetIn?: (folder: string, name: string) => Promise<string | undefined>;
}

/** Finds the files that documents name, and those that these name; each is read once. */
export class Besides {
  readonly #around: Around;
  readonly #found = new Map<string, Input>();

  constructor(around: Around) {
    this.#around = around;
  }

  /** A document with the files that it names. */
  async of(input: Input): Promise<Input> {
    const names = await this.#around.namesIn(input);
    if (names.size === 0) return input;
    const beside = new Map<string, Beside>();
    const whole = { ...input, beside };
    this.#found.set(await this.#around.files.real(input.path), whole);
    for (const name of names) beside.set(name, await this.#read(name, input));
    return whole;
  }

  async #read(name: string, from: Input): Promise<Beside> {
    const { files, root, assetIn } = this.#around;
    const folder = files.resolve(from.path, "..");
    const path = files.resolve(folder, (await assetIn?.(folder, name)) ?? name);
    try {
      if ((await files.kind(path)) !== "file") return { problem: "is not there" };
      const real = await files.real(path);
      if (!real.startsWith(`${root}/`)) return { problem: "is not inside of the folder that may be read" };
      return this.#found.get(real) ?? (await this.#readFile(path, real, from));
    } catch (error) {
      if (error instanceof Error && "code" in error) return { problem: `cannot be read (${String(error.code)})` };
      throw error;
    }
  }

  async #readFile(path: string, real: string, { format, given }: Input): Promise<Input> {
    const origins = given?.origins;
    const input: Input = {
      path,
      bytes: await this.#around.files.read(path),
      ...(format !== undefined && { format }),
      ...(origins !== undefined && { given: { origins } }),
    };
    const whole = await this.of(input);
    this.#found.set(real, whole);
    return whole;
  }
}
