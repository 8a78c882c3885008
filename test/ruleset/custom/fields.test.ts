import { expect, test } from "vitest";
import type { GraphDocument } from "#model/graph-document.ts";
import { parseField } from "#ruleset/custom/field.ts";
import { ask, graph, later } from "./support.ts";

const [role] = graph.identities;
const [trust] = graph.trust;
const [grant, second] = graph.grants;
if (role === undefined || trust === undefined || grant === undefined) throw new Error("the fixture has no role");

const answers: readonly (readonly [title: string, thing: unknown, field: string, test: object, answer: string])[] = [
  ["an id leads to what it names", trust, "identity.name", { equals: "orders-worker" }, "yes"],
  ["an id is itself, too", trust, "identity", { equals: "aws_iam_role.worker" }, "yes"],
  ["a grant leads to its statement", grant, "statement.actions.patterns[*]", { includes: "s3:*" }, "yes"],
  ["and to its policy", grant, "policy.origin", { equals: "inline" }, "yes"],
  ["a pattern that is not known", second, "statement.resources.patterns[*]", { includes: "*" }, "unknown"],
  ["a role has its trust", role, "trust[*].principals.principals[*].kind", { equals: "service" }, "yes"],
  ["and its attachments", role, "attachments[*].kind", { includes: "bounds" }, "no"],
  ["and nobody runs as it", role, "workloads[*]", { count: 0 }, "yes"],
  ["a tag", role, "tags.owner", { equals: "payments" }, "yes"],
  ["a tag that is not there", role, 'tags["cost-center"]', { absent: true }, "yes"],
  ["a service is no node", trust, "principals.principals[*].node.name", { absent: true }, "yes"],
  [
    "what is certain by construction is known",
    { name: { shown: "a-1", parts: ["a-", { ...later, predicted: "1" }] } },
    "name",
    { equals: "a-1" },
    "yes",
  ],
];

test.each(answers)("%s", (_, thing, field, asked, answer) => {
  expect(ask({ thing, field, test: asked })).toBe(answer);
});

/** The graph with some of it replaced. */
function changed(change: Partial<GraphDocument>): GraphDocument {
  return { ...graph, ...change };
}

test("a tag that may be there is unknown", () => {
  const thing = { ...role, tagsUnread: later };
  expect(ask({ thing, field: "tags.missing", test: { present: true } })).toBe("unknown");
  expect(ask({ thing, field: "tags.owner", test: { present: true } })).toBe("yes");
});

test("an environment and an owner that are hidden are neither told nor untold", () => {
  const hidden = {
    environment: { kind: "unknown", hole: later },
    owner: { kind: "hidden", because: "", hole: later },
  };
  for (const field of ["environment.kind", "environment.name", "owner.kind", "owner.name"])
    expect(ask({ thing: hidden, field, test: { equals: "prod" } })).toBe("unknown");
});

test("a principal that is not known may be anyone", () => {
  const thing = { principals: [{ kind: "unknown", text: { shown: "…", parts: [later] }, account: null, node: null }] };
  expect(ask({ thing, field: "principals[*].kind", test: { "not-equals": "anyone" } })).toBe("unknown");
  expect(ask({ thing, field: "principals[*].node.name", test: { equals: "ci" } })).toBe("unknown");
});

test("what is neither yes nor no is unknown", () => {
  expect(ask({ thing: { machine: "unknown" }, field: "machine", test: { equals: "yes" } })).toBe("unknown");
});

test("whom an attachment is for that nobody knows, it may be for anybody", () => {
  const [attachment] = graph.attachments;
  if (attachment === undefined) throw new Error("the fixture has no attachment");
  const loose = { ...attachment, id: "x", kind: "bounds" as const, to: null, toText: { shown: "…", parts: [later] } };
  const document = changed({ attachments: [...graph.attachments, loose] });
  const asked = { thing: document.identities[0], in: document, field: "attachments[*].kind" };
  expect(ask({ ...asked, test: { includes: "bounds" } })).toBe("unknown");
  expect(ask({ ...asked, test: { includes: "grants" } })).toBe("yes");
});

test("a policy that is not in the graph has parts that nobody knows", () => {
  const thing = { policy: null, policyText: "arn:aws:iam::111122223333:policy/elsewhere" };
  expect(ask({ thing, field: "policy.name", test: { present: true } })).toBe("unknown");
  expect(ask({ thing, field: "policy", test: { absent: true } })).toBe("unknown");
  expect(ask({ thing: { attachment: null }, field: "attachment", test: { absent: true } })).toBe("yes");
});

test("fields are written in one way", () => {
  const good = [".", "name", "a.b[*].c", "[*].name", 'tags["cost-center"].x', "tags['a.b']", "cost-center"];
  const bad = ["", "..", ".name", "a..b", "a[0]", "a[?(1)]", "a b", "$.name", "a[*]b", "a.", "@", "a[*", "(1)"];
  expect(good.filter((one) => parseField(one) === undefined)).toEqual([]);
  expect(bad.filter((one) => parseField(one) !== undefined)).toEqual([]);
});
