import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FastPass, numberOf } from "#frontends/json/fast-pass.ts";
import { source } from "#frontends/json/pass.generated.ts";
import { JsonScanner } from "#frontends/json/scanner.ts";
import { nearlyJson } from "./nearly-json.ts";

/** Long enough for the fast way to be worth it. */
const padding = " ".repeat(512 * 1024);

function fastOver(text: string): FastPass {
  const fast = FastPass.of(Buffer.from(text));
  if (fast === undefined) throw new Error("this machine has no WebAssembly");
  return fast;
}

/** What the scanner says of a value that begins at the beginning: its end and its counts, or nothing. */
function slowly(text: string): readonly number[] | undefined {
  const scanner = new JsonScanner(Buffer.from(text));
  try {
    return [scanner.value(0, 0), scanner.keys, scanner.trues];
  } catch {
    return undefined;
  }
}

function quickly(text: string): readonly number[] | undefined {
  const fast = fastOver(padding + text);
  const end = fast.value(padding.length, 0);
  return end === undefined ? undefined : [end - padding.length, fast.keys, fast.trues];
}

describe("the fast way", () => {
  it("is not taken for short documents, until there are many", () => {
    expect(FastPass.of(Buffer.from("{}"))).toBeUndefined();
    expect(FastPass.of(Buffer.from(padding))).toBeDefined();
    expect(FastPass.of(Buffer.from("{}"))).toBeDefined();
  });

  it("keeps documents apart that are passed in turn", () => {
    const [one, other] = [fastOver('[[1],{"a":2}]'), fastOver('[["x","y"],[true]]')];
    expect(one.value(1, 1)).toBe(4);
    expect(other.value(1, 1)).toBe(10);
    expect(one.value(5, 1)).toBe(12);
    expect([one.value(0, 0), one.keys]).toEqual([13, 1]);
    expect([other.value(0, 0), other.trues]).toEqual([18, 1]);
  });

  it("is compiled from the source that lies beside it", () => {
    const text = readFileSync(new URL("../../../src/frontends/json/pass.as", import.meta.url), "utf8");
    expect(createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex")).toBe(source);
  });

  it("passes what the scanner passes, counts the same, and nothing else", () => {
    const inAList = nearlyJson.map((text) => `[${text}]`);
    fc.assert(
      fc.property(inAList, (text) => {
        expect(quickly(text)).toEqual(slowly(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['{"a":[1,-0.5e+3,true,false,null,"\\u00e9\\n\\"é☃"],"b":{}}'],
    ['[{"a":true},[],{}] , true'],
    ["[01]"],
    ["[1.]"],
    ["[-]"],
    ["[1e]"],
    ['["\\x"]'],
    ['["\\u12g4"]'],
    ['["\u0001"]'],
    ["[tru]"],
    ["[nulll]"],
    ['{"a"}'],
    ['{"a":1,}'],
    ["[1,]"],
    ["[}"],
    ["["],
    ['["'],
    [`${"[".repeat(256)}${"]".repeat(256)}`],
    [`${"[".repeat(257)}${"]".repeat(257)}`],
  ])("agrees with the scanner about %j", (text) => {
    expect(quickly(text)).toEqual(slowly(text));
  });

  it("finds its way through a document of many windows", () => {
    const random = (i: number) => (i * 7919) % 6007;
    const items = Array.from({ length: 900 }, (_, i) => `{"n":${i},"t":"${"x".repeat(random(i))}\\\\","b":[true]}`);
    const text = `[${items.join(", ")}]`;
    const fast = fastOver(text);
    let at = 1;
    for (const item of items) {
      expect(fast.value(at, 1)).toBe(at + item.length);
      expect([fast.keys, fast.trues]).toEqual([3, 1]);
      at += item.length + 2;
    }
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024);
  });

  it("leaves what is longer than a window to the scanner", () => {
    const long = `["${"x".repeat(1024 * 1024)}"]`;
    expect(fastOver(long).value(0, 0)).toBeUndefined();
    expect(new JsonScanner(Buffer.from(long)).value(0, 0)).toBe(long.length);
  });

  it("is not fooled by what an earlier window left behind", () => {
    const cut = `[1,"${"x".repeat(600 * 1024)}`;
    const fast = fastOver(`[${"0,".repeat(500 * 1024)}0]${cut}`);
    expect(fast.value(0, 0)).toBe(1000 * 1024 + 3);
    expect(fast.value(1000 * 1024 + 3, 0)).toBeUndefined();
  });
});

describe("members of a record", () => {
  const names = { outer: ["type", "address", "change"], inner: ["actions", "after"] };

  function membersOf(text: string): readonly (string | undefined)[] | undefined {
    const document = padding + text;
    const fast = fastOver(document);
    fast.names = names;
    if (fast.record(padding.length, 0) === undefined) return undefined;
    return (["outer", "inner"] as const).flatMap((side) =>
      names[side].map((name) => {
        const member = fast.member(numberOf(names, side, name));
        return member && document.slice(member.start, member.end);
      }),
    );
  }

  it("are told where they are, in any order", () => {
    const text = '{ "address" : "a.b" , "change":{"after": {"actions":true}},"type":"x"} trailing';
    expect(membersOf(text)).toEqual(['"x"', '"a.b"', '{"after": {"actions":true}}', undefined, '{"actions":true}']);
  });

  it("are told of an empty record, and of a change that is no object", () => {
    expect(membersOf("{}")).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(membersOf('{"change":[{"after":1}]}')).toEqual([
      undefined,
      undefined,
      '[{"after":1}]',
      undefined,
      undefined,
    ]);
  });

  it.each([
    ["a name that nobody gave", '{"kind":1}'],
    ["a name of the inner object outside of it", '{"after":1}'],
    ["a name that stands twice", '{"type":1,"type":2}'],
    ["one that stands twice inside", '{"change":{"after":1,"after":1}}'],
    ["a name that is spelled with an escape", '{"typ\\u0065":1}'],
    ["what is no object", "[1]"],
    ["what does not end", '{"type":1'],
    ["what is no JSON", '{"type":1 "address":2}'],
  ])("are not told of a record with %s", (_, text) => {
    expect(membersOf(text)).toBeUndefined();
  });

  it("are counted apart, and together", () => {
    const fast = fastOver(`${padding}{"type":{"a":true},"change":{"after":[true,{"b":true}]}}`);
    fast.names = names;
    fast.record(padding.length, 0);
    expect([fast.keys, fast.trues]).toEqual([5, 3]);
    expect(fast.member(numberOf(names, "outer", "change"))).toMatchObject({ keys: 2, trues: 2 });
  });
});
