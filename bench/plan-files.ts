import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeAssembly } from "./assemblies/write-assembly.ts";
import { writeYaml } from "./assemblies/write-yaml.ts";
import { usual } from "./plans/layout.ts";
import { writePlan } from "./plans/write-plan.ts";
import { writeEvents } from "./previews/write-events.ts";
import { writePreview } from "./previews/write-preview.ts";

/** A generated plan. */
export interface PlanFile {
  readonly path: string;
  readonly resources: number;
  readonly bytes: number;
}

/** A generated assembly, a template, or a document of Pulumi. */
export interface TemplateFile {
  readonly path: string;
  readonly bytes: number;
}

const seed = 1;

/** Makes plans where they are asked for: in a folder that is kept, or in one that goes away. */
export class PlanFiles implements Disposable {
  readonly #folder: string;
  readonly #keep: boolean;

  constructor(folder: string | undefined) {
    this.#keep = folder !== undefined;
    this.#folder = folder ?? mkdtempSync(join(tmpdir(), "rolecall-bench-"));
    mkdirSync(this.#folder, { recursive: true });
  }

  of(resources: number): PlanFile {
    const path = join(this.#folder, `plan-${resources}.json`);
    if (!existsSync(path)) writePlan(path, { ...usual, resources });
    return { path, resources, bytes: statSync(path).size };
  }

  /** The assembly of an app; it is made anew, since its size is not told by one file. */
  assemblyOf(stacks: number): TemplateFile {
    const path = join(this.#folder, `assembly-${stacks}`);
    return { path, bytes: writeAssembly(path, { stacks, seed }) };
  }

  yamlOf(size: number): TemplateFile {
    const path = join(this.#folder, `template-${size}.yaml`);
    return { path, bytes: writeYaml(path, size, seed) };
  }

  previewOf(size: number): TemplateFile {
    const path = join(this.#folder, `preview-${size}.json`);
    return { path, bytes: writePreview(path, size, seed) };
  }

  eventsOf(size: number): TemplateFile {
    const path = join(this.#folder, `events-${size}.ndjson`);
    return { path, bytes: writeEvents(path, size, seed) };
  }

  [Symbol.dispose](): void {
    if (!this.#keep) rmSync(this.#folder, { recursive: true });
  }
}
