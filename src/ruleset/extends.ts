import { InputError } from "#model/input-error.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { Layer } from "./layer.ts";
import { type Mistake, type Place, quoted } from "./mistake.ts";
import { presetLayers } from "./preset-layers.ts";
import { presets } from "./presets.generated.ts";
import { type KnownRule, type NamedRule, readLayer } from "./read-layer.ts";

/** A ruleset file that was read already. */
export interface RulesetSource {
  /** As the user named it. */
  readonly path: string;
  readonly text: string;
}

/** How other files are reached. */
export interface RulesetFiles {
  /** The path that `to` means when it stands in the file `from`; equal for equal files. */
  resolve(from: string, to: string): string;
  /** @throws InputError when the file cannot be read. */
  read(path: string): Promise<string>;
}

/** More files than anybody needs. */
const mostFiles = 50;

/** Collects the layers of ruleset files, what is extended before what extends it, each only once. */
export class LayerCollector {
  readonly layers: Layer[] = [];
  readonly mistakes: Mistake[] = [];
  readonly otherRules: NamedRule[] = [];
  /** Whether every file was read and is valid by itself. */
  whole = true;
  readonly #seen = new Set<string>();
  readonly #rules: readonly KnownRule[];
  readonly #files: RulesetFiles;

  constructor(rules: readonly KnownRule[], files: RulesetFiles) {
    this.#rules = rules;
    this.#files = files;
  }

  /** Adds a file after everything that it extends; `otherwise` is extended when it does not say. */
  async addFile(file: RulesetSource, otherwise: readonly string[], within: readonly string[] = []): Promise<void> {
    this.#seen.add(file.path);
    const { layer, mistakes, whole, otherRules } = readLayer(file.path, file.text, this.#rules);
    this.mistakes.push(...mistakes);
    this.otherRules.push(...otherRules);
    this.whole &&= whole;
    const chain = [...within, file.path];
    if (layer?.content.extends === undefined) for (const name of otherwise) this.#addPreset(name);
    for (const [i, entry] of (layer?.content.extends ?? []).entries()) {
      await this.#extend(entry, layer?.place(["extends", i]) ?? { file: file.path, line: 1, column: 1 }, chain);
    }
    if (layer !== undefined) this.layers.push(layer);
  }

  async #extend(entry: string, place: Place, chain: readonly string[]): Promise<void> {
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(entry))
      this.#mistake(place, `${quoted(entry)} is a URL: only presets and files can be extended`);
    else if (/[/\\.]/.test(entry)) await this.#extendFile(entry, place, chain);
    else if (!this.#addPreset(entry)) this.#mistake(place, unknownPreset(entry));
  }

  async #extendFile(entry: string, place: Place, chain: readonly string[]): Promise<void> {
    const path = this.#files.resolve(chain.at(-1) ?? ".", entry);
    if (chain.includes(path))
      return this.#mistake(place, `${quoted(entry)} extends itself: ${[...chain, path].join(" → ")}`);
    if (this.#seen.has(path)) return;
    if (this.#seen.size >= mostFiles) return this.#mistake(place, `more than ${mostFiles} files are extended`);
    const text = await this.#read(path, entry, place);
    if (text !== undefined) await this.addFile({ path, text }, [], chain);
  }

  async #read(path: string, entry: string, place: Place): Promise<string | undefined> {
    try {
      return await this.#files.read(path);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#mistake(place, `${quoted(entry)} cannot be extended: ${error.message}`);
      return undefined;
    }
  }

  #addPreset(name: string): boolean {
    const layers = presetLayers(name);
    for (const layer of layers ?? []) {
      if (!this.#seen.has(layer.source)) this.layers.push(layer);
      this.#seen.add(layer.source);
    }
    return layers !== undefined;
  }

  #mistake(place: Place, message: string): void {
    this.whole = false;
    this.mistakes.push({ place, message });
  }
}

function unknownPreset(name: string): string {
  const known = [...presets.keys()];
  return `unknown preset ${quoted(name)}: presets are ${known.join(", ")}; a file is written with its path, ./${name}.yaml${didYouMean(name, known)}`;
}
