import { describe, expect, it } from "vitest";
import { holedJson } from "#model/holed-json.ts";
import { jsonTree } from "#model/json-tree.ts";
import type { Text } from "#model/text.ts";
import { hole } from "#model/value.ts";
import { plain } from "../frontends/support.ts";

const a = hole("deploy-time-parameter", [{ expression: "A", targets: [], certainty: "unresolved" }]);
const b = { ...hole("deploy-time-parameter"), predicted: "aws" };

/** What a text is, as plain values; holes as `${A}`, or `?…` where a value is nothing else. */
function read(...text: Text): unknown {
  const json = holedJson(text);
  return json && plain(json.fill(jsonTree(json.value, { document: "d", pointer: "" })));
}

describe("a JSON text with holes", () => {
  it.each<[string, Text, unknown]>([
    ["in a string", ['{"r": "x/', a, '/*"}'], { r: `x/\${A}/*` }],
    ["that is all of a string", ['{"r": "', a, '"}'], { r: "?unresolved ." }],
    ["in the place of a value", ['{"r": ', a, "}"], { r: "?unresolved ." }],
    ["in a list", ['["x", ', a, ', {"k": "', a, '-"}]'], ["x", "?unresolved .", { k: `\${A}-` }]],
    ["behind an escaped quote", ['{"r": "say \\"', a, '\\" "}'], { r: `say "\${A}" ` }],
    ["behind an escaped backslash", ['{"r": "\\\\", "s": ', a, "}"], { r: "\\", s: "?unresolved ." }],
    ["whose value is certain", ['{"r": "arn:', b, ':iam"}'], { r: "arn:aws:iam" }],
    [
      "in a key, of whose object nothing is certain",
      ['{"t": {"', a, ':sub": "x"}, "u": 1}'],
      { t: "?unresolved .", u: 1 },
    ],
    ["next to one another", ['{"r": "', a, a, '"}'], { r: `\${A}\${A}` }],
    ["and nothing else", [a], "?unresolved ."],
  ])("%s", (_where, text, expected) => {
    expect(read(...text)).toEqual(expected);
  });

  it.each<[string, Text]>([
    ["in the place of members", ['{"r": 1, ', a, "}"]],
    ["that begins a number", ['{"r": 1', a, "}"]],
    ["after a backslash", ['{"r": "\\', a, '"}']],
    ["in what is no JSON", ["{r: ", a, "}"]],
    ["beside the characters that mark them", ['{"r": "\uE0000\uE001', a, '"}']],
  ])("%s is none", (_where, text) => {
    expect(read(...text)).toBeUndefined();
  });
});
