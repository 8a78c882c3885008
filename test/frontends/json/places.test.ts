import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesOf } from "#frontends/json/places.ts";

const text = `{
  "a": [1, {"b/c": "grüße 😀", "d": 2}],
  "e~f": { "g": null }
}`;

const places: readonly (readonly [pointer: string, line: number, column: number, why: string])[] = [
  ["", 1, 1, "the document"],
  ["/a", 2, 3, "a key"],
  ["/a/0", 2, 9, "an item"],
  ["/a/1", 2, 12, "another item"],
  ["/a/1/b~1c", 2, 13, "a key that is written with an escape"],
  ["/a/1/d", 2, 32, "columns count UTF-16 code units"],
  ["/e~0f/g", 3, 12, "a key in an object"],
  ["/e~0f/h", 3, 3, "what is not there stands in what is around it"],
  ["/a/7/x", 2, 3, "an item that is not there, too"],
  ["/zzz", 1, 1, "nothing of it is there"],
];

test.each(places)("%s is at %d:%d: %s", (pointer, line, column) => {
  expect(placesOf(Buffer.from(text), 0, [pointer]).get(pointer)).toEqual({ line, column });
});

test("what a wrapper printed before counts as lines", () => {
  const noisy = `Reading…\nmore\n${text}`;
  expect(placesOf(Buffer.from(noisy), Buffer.from("Reading…\nmore\n").length, ["/a"]).get("/a")).toEqual({
    line: 4,
    column: 3,
  });
});

test("of a key that stands twice it is the last, which is what is analyzed", () => {
  expect(placesOf(Buffer.from('{"a": 1,\n"a": 2}'), 0, ["/a"]).get("/a")).toEqual({ line: 2, column: 1 });
});

describe("whatever the document is", () => {
  const documents = fc.json({ maxDepth: 4, noUnicodeString: false });

  test("each value is found where it is written", () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 0, max: 4 }), (json, indent) => {
        const value: unknown = JSON.parse(json);
        const written = JSON.stringify(value, null, indent);
        const all = [...pointersIn(value)];
        const found = placesOf(
          Buffer.from(written),
          0,
          all.map(([pointer]) => pointer),
        );
        const lines = written.split("\n");
        for (const [pointer, start] of all) {
          const place = found.get(pointer);
          if (place === undefined) throw new Error(`no place for ${pointer}`);
          expect(lines[place.line - 1]?.slice(place.column - 1).startsWith(start)).toBe(true);
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

/** Every pointer into a value, with what is written where it leads: a key, or the beginning of an item. */
function* pointersIn(value: unknown, pointer = ""): Iterable<readonly [string, string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const next = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    yield [next, Array.isArray(value) ? (JSON.stringify(inner)[0] ?? "") : JSON.stringify(key)];
    yield* pointersIn(inner, next);
  }
}
