import { expect, test } from "vitest";
import { holesOf, literalText, showText, type Text, wholeText } from "#model/text.ts";
import { type Hole, hole } from "#model/value.ts";

const key: Hole = hole("computed-at-apply", [
  { expression: "aws_kms_key.main.arn", targets: ["aws_kms_key.main"], attribute: "arn", certainty: "exact" },
]);
const nameless = hole("sensitive");
const predicted: Hole = { ...key, predicted: "arn:aws:iam::111122223333:role/ci" };

test("a text without holes is its parts", () => {
  expect(wholeText(["a", "b"])).toEqual({ known: true, value: "ab", predicted: false });
  expect(wholeText(literalText(""))).toEqual({ known: true, value: "", predicted: false });
  expect(literalText("")).toEqual([]);
});

test("a hole makes the whole unknown, whatever is written around it", () => {
  expect(wholeText(["arn:", key, "/*"])).toEqual({ known: false, hole: key });
  expect(wholeText([predicted, nameless, key])).toEqual({ known: false, hole: nameless });
});

test("what is certain by construction is known, and says that it was not written", () => {
  expect(wholeText([predicted, "/x"])).toEqual({ known: true, value: `${predicted.predicted}/x`, predicted: true });
});

test("the holes are found in order, predicted ones too", () => {
  const text: Text = [key, "-", predicted];
  expect(holesOf(text)).toEqual([key, predicted]);
});

test("a reader sees what a hole waits for", () => {
  expect(showText(["arn:aws:s3:::", key, "/*"])).toBe(`arn:aws:s3:::${shown("aws_kms_key.main.arn")}/*`);
  expect(showText([nameless])).toBe(shown("unknown"));
  expect(showText([predicted])).toBe("arn:aws:iam::111122223333:role/ci");
});

/** Holes are shown in the way that languages of templates write them. */
function shown(name: string): string {
  return `$\{${name}}`;
}
