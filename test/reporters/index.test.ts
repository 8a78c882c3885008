import { expect, test } from "vitest";
import { reporters } from "#reporters/index.ts";

test("every format loads the reporter of that name", async () => {
  for (const [id, load] of reporters) expect((await load()).id).toBe(id);
  expect([...reporters.keys()]).toEqual(["text", "json", "sarif"]);
});
