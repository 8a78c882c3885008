import { expect, test } from "vitest";
import { subjectOf } from "#analyzer/findings.ts";
import type { Text } from "#model/text.ts";
import { hole } from "#model/value.ts";
import { subjectOf as subject } from "../graph/support.ts";

test.each<[string, Text, string]>([
  ["its name", ["worker"], "worker"],
  ["its address, while a part of the name is not known", ["worker-", hole("computed-at-apply")], "aws_iam_role.this"],
  ["its address, without a name", [], "aws_iam_role.this"],
  ["the name that is certain by construction", [{ ...hole("computed-at-apply"), predicted: "ci" }], "ci"],
])("a subject goes by %s", (_, name, shown) => {
  expect(subjectOf({ ...subject({ name }), kind: "role" }).name).toBe(shown);
});
