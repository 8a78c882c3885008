import { describe, expect, it } from "vitest";
import { redact } from "#analyzer/redact.ts";

const secrets = new Set(["hunter2", "hunter2-more", "abc", "a.*b", "message"]);

describe("redact", () => {
  it.each([
    ["hunter2", "(sensitive)"],
    ["is hunter2, hunter2", "is (sensitive), (sensitive)"],
    ["hunter2-more or hunter2-mor", "(sensitive) or (sensitive)-mor"],
    ["hunter22", "(sensitive)2"],
    ["hunter", "hunter"],
    ["abc", "(sensitive)"],
    ["abcd", "abcd"],
    ["a.*b and aab", "(sensitive) and aab"],
    ["", ""],
  ])("hides what is secret in %j", (text, shown) => {
    expect(redact(text, secrets)).toBe(shown);
  });

  it("looks into lists and objects, and leaves other values as they are", () => {
    const value = { message: "hunter2", list: [{ text: "x hunter2" }, 7, true, null] };
    expect(redact(value, secrets)).toEqual({
      message: "(sensitive)",
      list: [{ text: "x (sensitive)" }, 7, true, null],
    });
  });

  it("hides keys that come from a plan, and never those of the format", () => {
    expect(redact({ message: 1, tags: { "x-hunter2": "y" } }, secrets)).toEqual({
      message: 1,
      tags: { "x-(sensitive)": "y" },
    });
  });

  it("hides secrets of any length and number", () => {
    const long = "x".repeat(10_000_000);
    const many = Array.from({ length: 100_000 }, (_, i) => `secret-${i}`);
    expect(redact(["abc", `${long}y`, "secret-99999"], new Set([long, ...many]))).toEqual([
      "abc",
      "(sensitive)y",
      "(sensitive)",
    ]);
  });

  it("looks into maps and sets", () => {
    const value = { tags: new Map([["x-hunter2", ["hunter2"]]]), names: new Set(["hunter2"]) };
    expect(redact(value, secrets)).toEqual({
      tags: new Map([["x-(sensitive)", ["(sensitive)"]]]),
      names: new Set(["(sensitive)"]),
    });
  });

  it("hides the longest of secrets that begin alike", () => {
    const nested = new Set(["abcd", "abcdef", "abcdefgh", "abcz"]);
    expect(redact("abcdefg abcdefgh abcde abcz abc", nested)).toBe(
      "(sensitive)g (sensitive) (sensitive)e (sensitive) abc",
    );
  });

  it("gives the value itself where there is no secret", () => {
    const value = { text: "hunter2" };
    expect(redact(value, new Set())).toBe(value);
  });
});
