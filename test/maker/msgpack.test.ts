import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeValue } from "../../fixtures/maker/wire/msgpack-decode.ts";
import { encodeValue } from "../../fixtures/maker/wire/msgpack-encode.ts";
import { Unknown, type Value } from "../../fixtures/maker/wire/value.ts";

const decode = (hex: string) => decodeValue(Buffer.from(hex.replaceAll(" ", ""), "hex"));

// Written down by hand from https://github.com/msgpack/msgpack/blob/master/spec.md
const examples: readonly (readonly [hex: string, value: Value])[] = [
  ["c0", null],
  ["c2", false],
  ["c3", true],
  ["00", 0],
  ["7f", 127],
  ["e0", -32],
  ["ff", -1],
  ["cc 80", 128],
  ["cd 01 00", 256],
  ["ce 00 01 00 00", 65_536],
  ["cf 00 00 00 01 00 00 00 00", 4_294_967_296],
  ["d0 80", -128],
  ["d1 ff 00", -256],
  ["d2 ff ff 00 00", -65_536],
  ["d3 ff ff ff ff 00 00 00 00", -4_294_967_296],
  ["ca 3f c0 00 00", 1.5],
  ["cb 3f f8 00 00 00 00 00 00", 1.5],
  ["a2 c3 a9", "é"],
  ["d9 02 c3 a9", "é"],
  ["da 00 01 61", "a"],
  ["db 00 00 00 01 61", "a"],
  ["92 01 c0", [1, null]],
  ["dc 00 01 c3", [true]],
  ["dd 00 00 00 01 c3", [true]],
  ["82 a1 61 01 a1 62 90", { a: 1, b: [] }],
  ["de 00 01 a1 61 80", { a: {} }],
  ["df 00 00 00 01 a1 61 80", { a: {} }],
  ["d4 00 00", new Unknown()],
  ["c7 02 0c 81 01", new Unknown(Uint8Array.of(0x81, 0x01))],
  ["d5 0c 81 01", new Unknown(Uint8Array.of(0x81, 0x01))],
];

describe("decodeValue", () => {
  it.each(examples)("reads %s", (hex, value) => {
    expect(decode(hex)).toEqual(value);
  });

  it.each([["a5 61"], ["cd 01"], ["92 01"], ["c7 02 0c 81"], [""]])("throws at %s, which is cut short", (hex) => {
    expect(() => decode(hex)).toThrow(RangeError);
  });

  it.each([["c1"], ["c4 01 00"]])("throws at %s, which begins no value of Terraform's", (hex) => {
    expect(() => decode(hex)).toThrow("msgpack byte 0xc");
  });

  it("throws at a key that is no string", () => {
    expect(() => decode("81 01 02")).toThrow("no string");
  });
});

describe("encodeValue", () => {
  const { value: values } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true }).filter((number) => !Object.is(number, -0)),
      fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
      fc.constant(new Unknown()),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => new Unknown(bytes)),
      fc.array(tie("value"), { maxLength: 5 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), tie("value"), {
        maxKeys: 5,
        noNullPrototype: true,
      }),
    ),
  }));

  it("writes what decodeValue reads", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(decodeValue(encodeValue(value))).toStrictEqual(value);
      }),
    );
  });
});
