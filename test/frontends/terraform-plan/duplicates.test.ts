import { describe, expect, it } from "vitest";
import { holeAt, plain, planOf } from "../support.ts";

const plan = (record: string) => `{"format_version":"1.2","configuration":{},"resource_changes":[${record}]}`;
const record = (change: string, more = "") =>
  `{"address":"aws_iam_role.ci","mode":"managed","type":"aws_iam_role","name":"ci"${more},"change":${change}}`;

describe("keys that stand twice", () => {
  it("make a value ambiguous where they are inside a resource", async () => {
    const change =
      '{"actions":["create"],"before":null,"after":{"name":"ci","policy":"a","block":[{"x":1,"x":2}],"policy":"b"},"after_unknown":{}}';
    const read = await planOf(plan(record(change)));
    const tree = read.changes[0]?.after ?? expect.fail();
    expect(plain(tree)).toEqual({ name: "ci", policy: "?ambiguous-text", block: [{ x: "?ambiguous-text" }] });
    expect(read.notices.map((one) => [one.level, one.code, one.location.pointer])).toEqual([
      ["info", "duplicate-key", "/resource_changes/0/change/after/block/0/x"],
      ["info", "duplicate-key", "/resource_changes/0/change/after/policy"],
    ]);
  });

  it("name both places", async () => {
    const text = plan(record('{"actions":["create"],"after":{"policy":"a","policy":"b"},"after_unknown":{}}'));
    const { message } = (await planOf(text)).notices[0] ?? expect.fail();
    const [first = 0, second = 0] = [...message.matchAll(/\d+/g)].map(Number);
    expect([text.slice(first, first + 12), text.slice(second, second + 12)]).toEqual(['"policy":"a"', '"policy":"b"']);
  });

  it("make a value ambiguous where they are in its mask", async () => {
    const read = await planOf(
      plan(record('{"actions":["create"],"after":{"name":"ci"},"after_unknown":{"policy":true,"policy":false}}')),
    );
    expect(holeAt(read.changes[0]?.after ?? expect.fail(), "policy").reason).toBe("ambiguous-text");
  });

  it.each([
    [
      "in the plan",
      '{"format_version":"1.2","configuration":{},"resource_changes":[1],"resource_changes":[]}',
      "/resource_changes",
    ],
    [
      "in a record",
      plan(record('{"actions":["no-op"],"after":{}}', ',"type":"null_resource"')),
      "/resource_changes/0/type",
    ],
    ["in a change", plan(record('{"actions":["no-op"],"actions":["delete"]}')), "/resource_changes/0/change/actions"],
    [
      "in the configuration",
      '{"resource_changes":[],"configuration":{"root_module":{"resources":[{"address":"a","address":"b"}]}}}',
      "/configuration/root_module/resources/0/address",
    ],
    [
      "in a state",
      '{"resource_changes":[],"configuration":{},"prior_state":{"values":{"root_module":{},"root_module":{}}}}',
      "/prior_state/values/root_module",
    ],
  ])("leave the plan incomplete %s", async (_where, text, pointer) => {
    const read = await planOf(text);
    expect(read.notices.map((one) => [one.level, one.code, one.location.pointer])).toEqual([
      ["incomplete", "duplicate-key", pointer],
    ]);
  });

  it("let the last value win, as everybody who reads JSON does", async () => {
    const read = await planOf(
      plan(record('{"actions":["create"],"actions":["delete"],"before":{},"after":null}', ',"type":"aws_iam_user"')),
    );
    expect(read.changes.map((one) => [one.type, one.action])).toEqual([["aws_iam_user", "delete"]]);
  });
});
