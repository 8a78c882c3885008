import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginnings, parseAddress, steps } from "#frontends/terraform-plan/address.ts";
import { mostSpecific } from "#frontends/terraform-plan/references.ts";

const name = fc
  .stringMatching(/^[a-z_][a-z0-9_-]{0,6}$/)
  .filter((one) => !["module", "data", "ephemeral"].includes(one));
const key = fc.oneof(
  fc.constant(undefined),
  fc.nat(99),
  fc.string({ unit: fc.constantFrom(...'ab.[]"\\ /*é☃\n'.split("")), maxLength: 8 }),
);
const module = fc.record({ name, key });

function bracketed(one: string | number | undefined): string {
  return one === undefined ? "" : `[${JSON.stringify(one)}]`;
}

describe("parseAddress", () => {
  it("takes apart what was put together", () => {
    const resource = fc.record({
      modules: fc.array(module, { maxLength: 3 }),
      data: fc.boolean(),
      type: name,
      name,
      key,
      rest: fc.constantFrom("", "arn", "role[0].name", 'tags["a.b"]'),
    });
    fc.assert(
      fc.property(resource, (one) => {
        const path = one.modules.map((step) => `module.${step.name}${bracketed(step.key)}`).join(".");
        const relative = `${one.data ? "data." : ""}${one.type}.${one.name}`;
        const text = `${path === "" ? "" : `${path}.`}${relative}${bracketed(one.key)}${one.rest === "" ? "" : `.${one.rest}`}`;
        expect(parseAddress(text)).toEqual({
          module: path,
          modules: one.modules.map((step) => step.name),
          moduleKeys: one.modules.map((step) => step.key),
          relative,
          key: one.key,
          rest: one.rest,
        });
      }),
    );
  });

  it("never fails, and always comes to an end", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab.[]"\\0$*{}'.split("")), maxLength: 30 }),
        (text) => parseAddress(text) === undefined || steps(text).length > 0,
      ),
    );
  });

  it.each(["", "aws_iam_role", "module.m", "module.m.out", "data.aws_iam_role", "a[0][1]"])(
    "%j names no resource",
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    },
  );

  // Written apart because the signs would look like a template of this language.
  it("undoes what HCL does to braces in keys", () => {
    expect(parseAddress('aws_iam_role.ci["$$' + '{a}%%{b}"]')?.key).toBe("$" + "{a}%{b}");
  });

  it("keeps the key of an instance that is not known yet", () => {
    expect(parseAddress("aws_iam_role.per_id[*]")).toMatchObject({ relative: "aws_iam_role.per_id", key: "*" });
  });
});

describe("mostSpecific", () => {
  it("knows the beginnings of a reference", () => {
    expect(beginnings('module.m["a.b[0]"].x.arn')).toEqual([
      "module",
      "module.m",
      'module.m["a.b[0]"]',
      'module.m["a.b[0]"].x',
    ]);
  });

  it("drops the less specific forms and repetitions", () => {
    const listed = [
      'aws_iam_role.a["k.1"].arn',
      'aws_iam_role.a["k.1"]',
      "aws_iam_role.a",
      "var.x",
      "aws_iam_role.ab",
      "var.x",
      "each.key",
    ];
    expect(mostSpecific(listed)).toEqual(['aws_iam_role.a["k.1"].arn', "var.x", "aws_iam_role.ab", "each.key"]);
  });
});
