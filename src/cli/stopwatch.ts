import type { Io } from "./io.ts";

/** Times the stages of a run, for `--stats`. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #stages: string[] = [];
  readonly #start: number;

  constructor(io: Pick<Io, "now">) {
    this.#now = io.now;
    this.#start = io.now();
  }

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = this.#now();
    const result = await work();
    this.#stages.push(`${stage} ${Math.round(this.#now() - start)} ms`);
    return result;
  }

  show(): string {
    return `stats: ${[...this.#stages, `total ${Math.round(this.#now() - this.#start)} ms`].join(" · ")}\n`;
  }
}
