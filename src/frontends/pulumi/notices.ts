import type { SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import type { DuplicateKey } from "../json/duplicate-keys.ts";

/** Says things about one document. Texts of it are never quoted: messages of the engine may hold secrets. */
export class Notices {
  readonly said: Notice[] = [];
  readonly document: string;

  constructor(document: string) {
    this.document = document;
  }

  say(level: Notice["level"], code: string, place: string | SourceLocation, message: string): void {
    const location = typeof place === "string" ? { document: this.document, pointer: place } : place;
    this.said.push({ code, level, message, location });
  }

  /** Something has not the shape that it is read in. */
  odd(pointer: string): void {
    this.say(
      "incomplete",
      "unexpected-shape",
      pointer,
      "this has not the shape that Pulumi gives it, and was not read",
    );
  }

  /** Both places have one pointer, so they are told by their bytes. */
  duplicate(level: Notice["level"], { pointer, first, second }: DuplicateKey): void {
    const message = `this key stands twice in one object, at bytes ${first} and ${second}; the last value was read`;
    this.say(level, "duplicate-key", pointer, message);
  }
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
