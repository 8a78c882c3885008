import { describe, expect, test } from "vitest";
import { environmentOfOutsider } from "#graph/environments.ts";
import { type Given, later, settings, subjectOf } from "./support.ts";

/** Every clue says another environment than all that are believed less. */
const clues: readonly (readonly [string, Given, string])[] = [
  ["account", { account: "111122223333" }, "account 111122223333"],
  ["tag", { tags: { env: "dev" } }, "tag env = dev"],
  ["the plan's own", { declared: "prod" }, "the plan's own environment"],
  ["stack", { stack: "dev" }, "stack dev"],
  ["module", { module: "module.prod" }, "module module.prod"],
  ["name", { name: ["dev-worker"] }, "name dev-worker"],
];

describe("each clue is believed before all that follow", () => {
  test.each(clues.map((clue, i) => [clue[0], clue, clues.slice(i)] as const))("%s", (_, [, , because], weaker) => {
    const given = Object.assign({}, ...weaker.map(([, one]) => one)) as Given;
    expect(subjectOf(given).environment).toMatchObject({ kind: "told", environment: { because } });
  });
});

test("the plan's own may be told by a workspace", () => {
  expect(subjectOf({ declared: "live-eu" }).environment).toMatchObject({
    environment: { name: "prod", because: "workspace live-eu" },
  });
  expect(subjectOf({ declared: "feature-7", name: ["dev"] }).environment).toEqual({ kind: "untold" });
});

test("the rank comes from the ruleset", () => {
  expect(subjectOf({ tags: { env: "prod" } }).environment).toEqual({
    kind: "told",
    environment: { name: "prod", rank: 3, because: "tag env = prod" },
  });
});

describe("a pattern without wildcards is one of the words, one with wildcards the whole", () => {
  test.each([
    ["orders-prod-worker", "prod"],
    ["Orders.PROD", "prod"],
    ["prod", "prod"],
    ["product-worker", undefined],
    ["live-orders", "prod"],
    ["orders-live-1", undefined],
    ["orders-non-prod", undefined],
    ["non_prod", undefined],
    ["pre-prod-orders", undefined],
    ["casino-prod", "prod"],
    ["", undefined],
  ])("%s: %s", (name, wanted) => {
    const fact = subjectOf({ name: [name] }).environment;
    expect(fact.kind === "told" ? fact.environment.name : undefined).toBe(wanted);
  });
});

describe("what is not known", () => {
  test("a tag that would tell, and whose value is not known, leaves the environment unknown", () => {
    const given = { tags: { env: later }, declared: "dev", name: ["dev-worker"] };
    expect(subjectOf(given).environment).toEqual({ kind: "unknown", hole: later });
  });

  test("tags that are not known leave it unknown, where nothing stronger tells", () => {
    expect(subjectOf({ unread: later }).environment).toEqual({ kind: "unknown", hole: later });
    expect(subjectOf({ unread: later, account: "111122223333" }).environment.kind).toBe("told");
    expect(subjectOf({ unread: later, tags: { env: "dev" } }).environment.kind).toBe("told");
  });

  test("a tag that no environment asks for may stay unknown", () => {
    expect(subjectOf({ tags: { note: later }, name: ["dev"] }).environment.kind).toBe("told");
  });

  test("a name that is not known yet gives way to the name in the source", () => {
    expect(subjectOf({ name: ["prod-", later], sourceName: "dev_worker" }).environment).toMatchObject({
      environment: { name: "dev", because: "name dev_worker" },
    });
  });
});

test("where nothing tells, nothing is told", () => {
  expect(subjectOf({ account: "444455556666", tags: { env: "lab" } }).environment).toEqual({ kind: "untold" });
});

test("somebody outside of the plan is told by account, then by name", () => {
  expect(environmentOfOutsider({ account: "111122223333", name: ["dev"] }, settings)).toMatchObject({
    environment: { name: "prod" },
  });
  expect(environmentOfOutsider({ account: "444455556666", name: ["ci-dev"] }, settings)).toMatchObject({
    environment: { name: "dev" },
  });
  expect(environmentOfOutsider({ name: [later] }, settings)).toEqual({ kind: "untold" });
});
