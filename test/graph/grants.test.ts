import { describe, expect, test } from "vitest";
import { grantsOf } from "#graph/grants.ts";
import { unknown } from "#model/value.ts";
import { attachment, later, policy, statement } from "./support.ts";

function lines(...args: Parameters<typeof grantsOf>): readonly string[] {
  return grantsOf(...args).map(
    (one) => `${one.holder}: ${one.statement.id}${one.attachment === undefined ? " loose" : ""}`,
  );
}

const inline = policy("inline", [statement("a"), statement("b", "deny"), statement("c")]);
const managed = policy("managed", [statement("m")], true);

test("an identity gets every allowing statement of what is attached to it", () => {
  expect(lines([inline], [attachment("ci", "inline")])).toEqual(["ci: a", "ci: c"]);
});

test("a statement whose effect is not known may allow", () => {
  const open = policy("open", [{ ...statement("x"), effect: unknown(later) }]);
  expect(lines([open], [attachment("ci", "open")])).toEqual(["ci: x"]);
});

test("each attachment gives its own, to each identity", () => {
  expect(lines([managed], [attachment("ci", "managed"), attachment("app", "managed")])).toEqual(["ci: m", "app: m"]);
});

describe("what gives nothing", () => {
  test("a boundary or a guardrail", () => {
    expect(lines([inline], [attachment("ci", "inline", "bounds"), attachment("ci", "inline", "guards")])).toEqual([]);
  });

  test("an attachment of a policy that nobody knows", () => {
    expect(lines([inline], [attachment("ci", undefined), attachment("ci", "elsewhere")])).toEqual([]);
  });

  test("a policy without a resource of its own that is attached to nothing", () => {
    expect(lines([inline], [])).toEqual([]);
  });
});

describe("a managed policy that is attached to nothing stands for whoever will get it", () => {
  test("where no attachment names it, or only one to nobody knows whom", () => {
    expect(lines([managed], [])).toEqual(["managed: m loose"]);
    expect(lines([managed], [attachment(undefined, "managed")])).toEqual(["managed: m loose"]);
  });

  test("not where it only bounds", () => {
    expect(lines([managed], [attachment("ci", "managed", "bounds")])).toEqual([]);
  });
});
