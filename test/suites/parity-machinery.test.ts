import { describe, expect, test } from "vitest";
import { compare, disparities, type Form } from "./parity.ts";

/** The comparison itself: it must fail where a format contradicts another one, and where one knows less without saying so. */
const statement = { effect: "allow", actions: ["s3:Get", "s3:Put"], resources: ["arn:aws:s3:::orders/*"] };
const role = { name: "role worker", owner: "payments", tags: ["owner = payments"], trust: [statement] };
const other = { name: "role ci", owner: "nobody" };
const expected: Form = { identities: [role, other] };

function withRole(changes: Record<string, Form>): Form {
  return { identities: [other, { ...role, ...changes }] };
}

function kinds(actual: Form, wanted: Form = expected): readonly string[] {
  return compare(wanted, actual, "").map((one) => `${one.kind} ${one.path}`);
}

describe("what is the same", () => {
  test("the order of lists says nothing", () => {
    const turned = { effect: "allow", actions: ["s3:Put", "s3:Get"], resources: ["arn:aws:s3:::orders/*"] };
    expect(kinds(withRole({ trust: [turned] }))).toEqual([]);
  });

  test("what is unknown on both sides is the same", () => {
    const unknown = { identities: [{ name: "role <unknown>", tags: ["<unknown>"], trust: ["<unknown>", statement] }] };
    expect(kinds(unknown, unknown)).toEqual([]);
  });
});

describe("what contradicts", () => {
  test.each([
    ["another value", withRole({ owner: "orders" }), ["other identities/role worker/owner"]],
    ["an identity too few", { identities: [role] }, ["missing identities/role ci"]],
    ["an identity too many", { identities: [role, other, { name: "role new" }] }, ["extra identities"]],
    ["a field too few", withRole({ trust: [{ effect: "allow", actions: ["s3:Get", "s3:Put"] }] }), undefined],
    ["a list in place of a text", withRole({ owner: ["payments"] }), ["other identities/role worker/owner"]],
    ["an action too many", withRole({ trust: [{ ...statement, actions: ["s3:Get", "s3:Put", "s3:*"] }] }), undefined],
    ["a twin", withRole({ tags: ["owner = payments", "owner = payments"] }), ["extra identities/role worker/tags"]],
    ["a text with a hole that cannot become it", withRole({ owner: "<unknown>-team" }), undefined],
    ["a wildcard is no hole", withRole({ owner: "p*" }), ["other identities/role worker/owner"]],
  ])("%s", (_, actual, wanted) => {
    if (wanted !== undefined) expect(kinds(actual)).toEqual(wanted);
    expect(disparities(expected, actual, [])).not.toEqual([]);
    expect(kinds(actual).filter((one) => !one.startsWith("less "))).not.toEqual([]);
  });

  test("what graph.json calls unknown may not be known in a format", () => {
    expect(kinds(expected, withRole({ owner: "<unknown>" }))).toEqual(["more identities/role worker/owner"]);
    expect(kinds(expected, withRole({ trust: ["<unknown>"] }))).toEqual(["more identities/role worker/trust"]);
    expect(kinds(expected, withRole({ owner: "pay<unknown>" }))).toEqual(["more identities/role worker/owner"]);
  });

  test("an unknown rest of a list does not excuse an item that is not in graph.json", () => {
    const open = withRole({ tags: ["owner = orders", "<unknown>"] });
    expect(kinds(open)).toEqual(["less identities/role worker/tags", "extra identities/role worker/tags"]);
  });
});

describe("what is less known", () => {
  test.each([
    ["a whole value", withRole({ owner: "<unknown>" }), "identities/role worker/owner"],
    ["a part of a text", withRole({ owner: "pay<unknown>" }), "identities/role worker/owner"],
    ["a whole list", withRole({ trust: "<unknown>" }), "identities/role worker/trust"],
    ["all items of a list", withRole({ trust: ["<unknown>"] }), "identities/role worker/trust"],
    [
      "that there is no further item",
      withRole({ tags: ["owner = payments", "<unknown>"] }),
      "identities/role worker/tags",
    ],
    [
      "a part of an item",
      withRole({ trust: [{ ...statement, resources: ["arn:<unknown>:s3:::orders/*"] }] }),
      "identities/role worker/trust/0/resources/0",
    ],
  ])("%s must be listed", (_, actual, path) => {
    expect(disparities(expected, actual, [path])).toEqual([]);
    expect(disparities(expected, actual, [])).toHaveLength(1);
    expect(disparities(expected, actual, [])[0]).toMatch(/^identities\/.* not listed as such/);
  });

  test("a name that is not known yet is found by the rest", () => {
    const nameless = { identities: [other, { ...role, name: "role <unknown>" }] };
    expect(kinds(nameless)).toEqual(["less identities/role worker/name"]);
  });

  test("what is listed must be less known", () => {
    expect(disparities(expected, expected, ["identities/role worker/owner"])).toEqual([
      "identities/role worker/owner: listed as less known, and it is not",
    ]);
  });
});
