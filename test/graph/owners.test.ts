import { expect, test } from "vitest";
import { type Given, later, subjectOf } from "./support.ts";

const ours = "111122223333";

/** The account of the first cases has an owner, `platform`. */
test.each<[string, Given, object]>([
  ["its tag", { tags: { owner: "payments" } }, { kind: "told", name: "payments", because: "tag owner" }],
  ["before its account", { account: ours, tags: { owner: "payments" } }, { kind: "told", name: "payments" }],
  [
    "else its account",
    { account: ours, tags: { note: "x" } },
    { kind: "told", name: "platform", because: `account ${ours}` },
  ],
  ["also for a type without tags", { account: ours, tags: null }, { kind: "told", name: "platform" }],
  ["also for an empty tag", { account: ours, tags: { owner: "" } }, { kind: "told", name: "platform" }],
  ["in any spelling of the key", { tags: { "Owner-Team": "orders" } }, { kind: "told", because: "tag Owner-Team" }],
  ["the tag that has a value", { tags: { owner: " ", owner_team: "orders" } }, { kind: "told", name: "orders" }],
  ["a tag that is known before one that is not", { tags: { owner: later, owner_team: "orders" } }, { kind: "told" }],
  ["hidden in a value", { tags: { owner: later } }, { kind: "hidden", hole: later }],
  ["hidden in tags that are not known", { unread: later }, { kind: "hidden", hole: later }],
  ["perhaps replaced by tags that are not known", { tags: { owner: "" }, unread: later }, { kind: "hidden" }],
  ["nobody without tags", {}, { kind: "nobody", because: "it has no tags" }],
  ["nobody with other tags", { tags: { b: "1", a: "2" } }, { kind: "nobody", because: "its tags are a, b" }],
  ["nobody with an empty tag", { tags: { owner: "" } }, { kind: "nobody", because: "tag owner is empty" }],
  ["no question without tags to write it in", { tags: null }, { kind: "not-applicable" }],
])("%s", (_, given, owner) => {
  expect(subjectOf(given).owner).toMatchObject(owner);
});
