import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usual } from "./plans/layout.ts";
import { writePlan } from "./plans/write-plan.ts";

/** A generated plan. */
export interface PlanFile {
  readonly path: string;
  readonly resources: number;
  readonly bytes: number;
}

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

  [Symbol.dispose](): void {
    if (!this.#keep) rmSync(this.#folder, { recursive: true });
  }
}
