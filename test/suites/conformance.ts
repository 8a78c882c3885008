/**
 * The cases that every release must judge right, by area and number; each has a fixture that names it under `conformance`.
 *
 * U unknown values · D policy documents as data blocks · M managed policies · N NotAction and NotResource · C conditions ·
 * X denials · B permissions boundaries · W wildcards · T trust · A modules, instances and the life cycle of addresses ·
 * G tags and owners · O other defects of other tools
 */
export const conformance: readonly string[] = [
  ...numbered("U", 1, 13),
  ...numbered("D", 1, 6),
  ...numbered("M", 1, 3),
  ...["M5", "M7"],
  ...numbered("N", 1, 3),
  ...numbered("C", 1, 8),
  ...numbered("X", 1, 5),
  "B4",
  ...numbered("W", 1, 9),
  ...numbered("T", 1, 13),
  ...["T15", "T16", "T19"],
  ...numbered("A", 1, 3),
  ...numbered("A", 6, 9),
  ...numbered("G", 1, 4),
  "O1",
];

/** Those that are told in CloudFormation, too: I the functions of templates · Z the change itself. */
export const conformanceInTemplates: readonly string[] = [
  ...["M4", "M6"],
  ...numbered("N", 1, 2),
  ...["W4", "X5"],
  ...numbered("T", 1, 2),
  ...numbered("I", 1, 5),
  ...["O1", "U9", "A5"],
  ...numbered("Z", 2, 3),
];

/** Those that are told as a preview of Pulumi, too. */
export const conformanceInPreviews: readonly string[] = ["U1", "U2", "U4", "U8", "M5", "N1", "W9", "T1", "G1"];

function numbered(area: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${area}${first + i}`);
}
