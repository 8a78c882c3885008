import { describe, expect, test } from "vitest";
import { givenMistake } from "#ruleset/custom/given.ts";
import { followPath } from "#ruleset/custom/json-path.ts";
import { selectFor } from "#ruleset/custom/select.ts";
import { selectors } from "#ruleset/custom/selectors.ts";
import { graph, later } from "./support.ts";

/** Paths that would run something, or choose by an expression. */
const running = [
  "$..[?(@.kind=='role')]",
  "$.identities[?(@.name)]",
  "$.identities[(@.length-1)]",
  "$..[?(@.constructor.constructor('return process')().exit())]",
  "$[(this.constructor.constructor('return process')().mainModule.require('child_process').execSync('id'))]",
  "$..[?(@.name.match(/^(a+)+$/))]",
  "$..[?(p=\"console.log(1)\";a=''[['constructor']][['constructor']](p);a())]",
  "$.identities[?(@root)]",
  "$[?(@)].x",
];

describe("nothing of a path is ever run", () => {
  test.each(running)("%s is a mistake", (path) => {
    expect(givenMistake(path)).toBe("filters and scripts are never run from a ruleset: choose with `where`");
  });

  test.each(running)("and if it were not, %s would throw", (path) => {
    expect(() => followPath(graph, path)).toThrow(/eval|Eval/);
  });

  test.each(["$.a^", "$.a~", "$`a", "$.a@string()", "$.a[", "identities", "$ .a", "$.a b", "$['a\\'b']"])(
    "%s is no path",
    (path) => expect(givenMistake(path)).toBeDefined(),
  );
});

test.each([
  "$",
  "$..name",
  "$.trust[*].principals",
  "$['trust'][0:2]",
  "$.trust[0,1]",
  "$..[*]",
  "$.*",
  "$[\"a\",'b']",
])("%s is a path", (path) => expect(givenMistake(path)).toBeUndefined());

test("a selector that is mistyped is told", () => {
  expect(givenMistake("#TrustStatment")).toMatch(/\(did you mean "#TrustStatement"\?\)$/);
  expect(givenMistake("#Policy.statements[*]")).toBeUndefined();
  expect(givenMistake("#Policy.statements[?(@.x)]")).toMatch(/never run/);
});

test("every selector finds what the library finds", async () => {
  for (const [name, path] of Object.entries(selectors)) {
    const select = await selectFor(name);
    expect([name, select(graph)]).toEqual([name, followPath(graph, path)]);
  }
});

test("a path into a thing finds what the library finds, with its way from the top", async () => {
  const select = await selectFor("#Statement.actions.patterns[*]");
  expect(select(graph)).toEqual([
    { value: "s3:*", steps: ["policies", "0", "statements", "0", "actions", "patterns", "0"] },
    { value: "kms:Decrypt", steps: ["policies", "0", "statements", "1", "actions", "patterns", "0"] },
  ]);
  expect((await selectFor("$..patterns[0]"))(graph).map(({ value }) => value)).toContain("kms:Decrypt");
});

describe("what could not be read has a stand-in", () => {
  const hidden = {
    ...graph,
    identities: graph.identities.map((one) => ({ ...one, trustUnread: later })),
    policies: graph.policies.map((one) => ({ ...one, statements: [], unread: later })),
    trust: [],
    grants: [],
  };
  const cases: readonly (readonly [given: string, values: readonly object[]])[] = [
    ["#TrustStatement", [{ identity: "aws_iam_role.worker", hole: later }]],
    [
      "#Grant",
      [
        {
          holder: "aws_iam_role.worker",
          attachment: "aws_iam_role_policy.orders#attachment",
          policy: "aws_iam_role_policy.orders",
          hole: later,
        },
      ],
    ],
    ["#Statement", [{ hole: later }]],
    ["#Statement.actions.patterns[*]", [{ hole: later }]],
    ["$.trust[0]", [{ hole: later }]],
    ["#Identity.name", []],
  ];
  test.each(cases)("%s", async (given, values) => {
    const found = (await selectFor(given))(hidden);
    const standIns = found.map(({ value }) => value).filter((one) => typeof one === "object");
    expect(standIns).toMatchObject(values);
    expect(standIns.length).toBe(values.length);
  });
});
