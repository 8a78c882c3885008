import { describe, expect, it } from "vitest";
import { compare } from "../../fixtures/maker/make/compare.ts";
import { normalForm } from "../../fixtures/maker/make/normal-form.ts";

const text = (document: object) => `${JSON.stringify(document)}\n`;
const written = (document: object) => JSON.parse(normalForm(text(document))) as unknown;

describe("normalForm", () => {
  it("puts one time in place of the time of the plan, wherever it stands", () => {
    const at = (time: string) => ({ timestamp: time, variables: { when: { value: time } } });
    expect(written(at("2031-05-06T07:08:09Z"))).toEqual(at("2026-01-15T10:00:00Z"));
  });

  it("gives terraform_data the same id in every run, wherever it stands, and other resources theirs", () => {
    const plan = (id: string) => ({
      planned_values: [{ type: "terraform_data", address: "terraform_data.a", values: { id } }],
      resource_changes: [
        { type: "terraform_data", address: "terraform_data.a", change: { before: { id }, after: { id } } },
        { type: "aws_iam_role", address: "aws_iam_role.b", change: { before: { id: "b" }, after: { id: "b" } } },
      ],
      variables: { copy: `made of ${id}` },
    });
    const [one, other] = ["92eded93-3114-2cf7-7f20-0d7d80b85712", "d3412bb7-a278-5628-bf99-edc353955ee2"];
    const steady = normalForm(text(plan(one)));
    expect(steady).toBe(normalForm(text(plan(other))));
    expect(steady).not.toContain(one);
    expect(steady).toContain('"id":"b"');
  });

  it("sorts relevant attributes and modules, and no other list", () => {
    const [a, b] = [
      { resource: "x.a", attribute: ["name"] },
      { resource: "x.b", attribute: ["arn"] },
    ];
    const modules = [
      { address: "module.b", child_modules: [{ address: "module.z" }, { address: "module.y" }] },
      { address: "module.a" },
    ];
    expect(written({ relevant_attributes: [b, a], child_modules: modules, resources: [2, 1] })).toEqual({
      relevant_attributes: [a, b],
      child_modules: [
        { address: "module.a" },
        { address: "module.b", child_modules: [{ address: "module.y" }, { address: "module.z" }] },
      ],
      resources: [2, 1],
    });
  });

  it("keeps the escapes of the program", () => {
    expect(normalForm('{"a":"\\u003c\\u003e\\u0026"}\n')).toBe('{"a":"\\u003c\\u003e\\u0026"}\n');
  });

  it.each([['{"a":12345678901234567890}\n'], ['{"10":1,"9":2}\n'], ['{ "a": 1 }\n']])("refuses %s", (document) => {
    expect(() => normalForm(document)).toThrow("as it went in");
  });
});

describe("compare", () => {
  const plan = (version: string, time: string, name = "a") =>
    text({
      terraform_version: version,
      timestamp: time,
      name,
      by: "registry.terraform.io/hashicorp/aws",
      prior_state: { terraform_version: version },
    });
  const now = "2026-01-15T10:00:00Z";
  const made = plan("1.11.4", now);

  it.each([
    ["the same bytes", made, { kind: "same" }],
    ["another version", plan("1.9.0", now), { kind: "same" }],
    ["another program", made.replace("registry.terraform.io", "registry.opentofu.org"), { kind: "same" }],
    ["another version and time", plan("1.9.0", "2031-05-06T07:08:09Z"), { kind: "same" }],
    ["another time", plan("1.11.4", "2031-05-06T07:08:09Z"), { kind: "untidy" }],
    ["another name", plan("1.11.4", now, "b"), { kind: "changed", at: ["/name"] }],
    ["another version and name", plan("1.9.0", now, "b"), { kind: "other", at: ["/name"] }],
    ["no file", undefined, { kind: "new" }],
    ["no JSON", "resource {}", { kind: "changed", at: [""] }],
  ])("tells %s", (_, committed, difference) => {
    expect(compare(committed, made)).toEqual(difference);
  });

  it("names places in lists and escapes them", () => {
    expect(compare(text({ "a/b": [1, { "c~d": 1 }] }), text({ "a/b": [1, { "c~d": 2 }] }))).toEqual({
      kind: "changed",
      at: ["/a~1b/1/c~0d"],
    });
  });
});
