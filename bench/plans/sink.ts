import { Buffer } from "node:buffer";
import { closeSync, openSync, writeSync } from "node:fs";

const enough = 1 << 20;

/** A file that is written piece by piece, so that a plan of any size needs little memory. */
export class Sink {
  readonly #file: number;
  #pending = "";
  bytes = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w");
  }

  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length > enough) this.#flush();
  }

  /** The items of a list, with commas between them. */
  list(texts: Iterable<string>): void {
    let separator = "";
    for (const text of texts) {
      this.write(separator + text);
      separator = ",";
    }
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending);
    writeSync(this.#file, bytes);
    this.bytes += bytes.length;
    this.#pending = "";
  }
}

/** JSON as Go writes it, and so Terraform: what means something in HTML is escaped. */
export function json(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
