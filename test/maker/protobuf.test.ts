import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Message, nested } from "../../fixtures/maker/wire/message.ts";
import { decodeMessage } from "../../fixtures/maker/wire/protobuf-decode.ts";
import { encodeMessage } from "../../fixtures/maker/wire/protobuf-encode.ts";
import { unknown } from "../../fixtures/maker/wire/value.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const inner: Message = { 1: ["name", "string"], 2: ["inside", nested(() => inner)] };
const message: Message = {
  1: ["int", "int"],
  2: ["text", "string"],
  3: ["bytes", "bytes"],
  4: ["flag", "bool"],
  5: ["value", "value"],
  6: ["json", "json"],
  7: ["inner", nested(inner)],
  8: ["list", { list: nested(inner) }],
  16: ["texts", { list: "string" }],
  17: ["map", { map: nested(inner) }],
};
const empty = { int: 0, text: "", flag: false, list: [], texts: [], map: {} };

// The first three are examples of https://protobuf.dev/programming-guides/encoding/
const examples: readonly (readonly [hex: string, fields: object])[] = [
  ["08 96 01", { int: 150 }],
  ["12 07 74 65 73 74 69 6e 67", { text: "testing" }],
  ["08 fe ff ff ff ff ff ff ff ff 01", { int: -2 }],
  ["1a 02 00 ff", { bytes: Uint8Array.of(0x00, 0xff) }],
  ["20 01", { flag: true }],
  ["2a 03 0a 01 c0", { value: null }],
  ["2a 05 0a 03 d4 00 00", { value: unknown }],
  ["32 09 0a 07 7b 22 61 22 3a 31 7d", { json: { a: 1 } }],
  ["3a 05 12 03 0a 01 61", { inner: { name: "", inside: { name: "a" } } }],
  ["42 03 0a 01 61 42 03 0a 01 62", { list: [{ name: "a" }, { name: "b" }] }],
  ["82 01 01 61 82 01 01 62", { texts: ["a", "b"] }],
  ["8a 01 08 0a 01 6b 12 03 0a 01 61", { map: { k: { name: "a" } } }],
];

describe("decodeMessage", () => {
  it.each(examples)("reads %s", (bytes, fields) => {
    expect(decodeMessage(message, hex(bytes))).toEqual({ ...empty, ...fields });
  });

  it("reads a value that is sent as JSON", () => {
    expect(decodeMessage(message, hex("2a 09 12 07 7b 22 61 22 3a 31 7d"))).toEqual({ ...empty, value: { a: 1 } });
  });

  it("passes over fields of every wire type that it does not know", () => {
    const others = "98 06 01  99 06 00 00 00 00 00 00 00 00  9a 06 01 00  9d 06 00 00 00 00";
    expect(decodeMessage(message, hex(`${others} 20 01`))).toEqual({ ...empty, flag: true });
  });

  it.each([
    ["12 07 74", "bytes are missing"],
    ["08 96", "bytes are missing"],
    ["0b", "wire type 3"],
    ["0a 00", "number was sent as bytes"],
    ["10 00", "bytes were sent as a number"],
  ])("throws at %s", (bytes, what) => {
    expect(() => decodeMessage(message, hex(bytes))).toThrow(what);
  });
});

describe("encodeMessage", () => {
  it.each(examples.filter(([, fields]) => !("value" in fields || "inner" in fields)))("writes %s", (bytes, fields) => {
    expect(encodeMessage(message, fields).toString("hex")).toBe(hex(bytes).toString("hex"));
  });

  it("writes what decodeMessage reads", () => {
    const texts = fc.string({ unit: "binary", maxLength: 12 }).filter((text) => text.isWellFormed());
    const inners = fc.record({ name: texts });
    const fields = fc.record({
      int: fc.maxSafeInteger(),
      text: texts,
      flag: fc.boolean(),
      bytes: fc.uint8Array(),
      value: fc.jsonValue({ noUnicodeString: false }).map((json) => JSON.parse(JSON.stringify(json)) as object),
      inner: inners,
      list: fc.array(inners),
      texts: fc.array(texts),
      map: fc.dictionary(texts, inners, { noNullPrototype: true }),
    });
    fc.assert(
      fc.property(fields, (all) => {
        expect(decodeMessage(message, encodeMessage(message, all))).toEqual(all);
      }),
    );
  });
});
