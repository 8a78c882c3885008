import { describe, expect, test } from "vitest";
import { findingId, semanticKeys } from "#analyzer/fingerprint.ts";
import type { Subject } from "#model/identity.ts";
import { literalText } from "#model/text.ts";
import { hole } from "#model/value.ts";
import requireOwner from "#rules/require-owner.ts";
import { type Change, document, judged, planOf, role } from "./support.ts";

type Named = Subject & { readonly kind: string };

function subject(over: Partial<Named> = {}): Named {
  const address = over.address ?? "aws_iam_role.app";
  return {
    id: address,
    kind: "role",
    name: literalText("app"),
    address,
    type: "aws_iam_role",
    cloud: "aws",
    account: "111122223333",
    providerKey: "aws",
    environment: { kind: "untold" },
    owner: { kind: "nobody", because: "it has no tags" },
    action: "create",
    presence: "managed",
    at: { document, pointer: "", address },
    ...over,
  };
}

function keyOf(one: Named, ...others: readonly Named[]): string | undefined {
  return semanticKeys([one, ...others]).get(one.id);
}

const app = keyOf(subject());
const elsewhere = { address: "module.shop.aws_iam_role.this" };
const unknownName = { name: [hole("computed-at-apply")] };

describe("a subject's key", () => {
  test.each<[string, Partial<Named>]>([
    ["under another address", elsewhere],
    ["from another provider configuration", { providerKey: "aws.eu" }],
    ["changed by the deployment", { action: "update" }],
    ["moved", { previousAddress: "aws_iam_role.old" }],
    ["written in another document", { at: { document: "other.json", pointer: "/7" } }],
  ])("is the same %s", (_, over) => {
    expect(keyOf(subject(over))).toBe(app);
  });

  test.each<[string, Partial<Named>]>([
    ["name", { name: literalText("report") }],
    ["account", { account: "444455556666" }],
    ["kind", { kind: "user", type: "aws_iam_user" }],
    ["cloud", { cloud: "gcp" }],
  ])("is another one for another %s", (_, over) => {
    expect(keyOf(subject(over))).not.toBe(app);
  });

  test.each<[string, Partial<Named>]>([
    ["is not known", unknownName],
    ["is empty", { name: [] }],
    ["was made up", { generatedName: true, name: literalText("app-20260115100000000000000001") }],
  ])("is made of the address where the name %s", (_, over) => {
    const here = keyOf(subject(over));
    expect(here).not.toBe(app);
    expect(keyOf(subject({ ...over, ...elsewhere }))).not.toBe(here);
    expect(keyOf(subject({ ...over, account: "444455556666" }))).toBe(here);
  });

  test("is made of the old address while a subject without a name moves", () => {
    const before = subject({ ...unknownName, address: "aws_iam_role.old" });
    const moved = subject({ ...unknownName, ...elsewhere, previousAddress: "aws_iam_role.old" });
    expect(keyOf(moved)).toBe(keyOf(before));
  });

  test("tells two subjects of one name apart by their addresses", () => {
    const [first, second] = [subject(), subject(elsewhere)];
    expect(keyOf(first, second)).not.toBe(keyOf(second, first));
    expect(keyOf(first, second)).not.toBe(app);
  });

  test("does not count a subject twice that has several findings", () => {
    expect(keyOf(subject(), subject())).toBe(app);
  });
});

describe("a finding's id", () => {
  test("has ten characters that are not mistaken for each other", () => {
    const ids = Array.from({ length: 200 }, (_, i) => findingId("no-full-admin", "key", String(i)));
    expect(ids.filter((one) => !/^[a-km-np-z2-9]{10}$/.test(one))).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });

  test.each([
    ["rule", findingId("no-full-admin", "key", "*")],
    ["subject", findingId("no-wildcard-action", "other", "*")],
    ["detail", findingId("no-wildcard-action", "key", "s3:*")],
    ["border between them", findingId("no-wildcard-action", "key*", "")],
  ])("depends on the %s", (_, other) => {
    expect(findingId("no-wildcard-action", "key", "*")).not.toBe(other);
  });
});

async function idsOf(...changes: readonly Change[]): Promise<readonly string[]> {
  const { findings } = await judged(planOf(changes), [requireOwner]);
  return findings.map((one) => one.id);
}

describe("the id of a finding in a plan", () => {
  const arn = "arn:aws:iam::111122223333:role/app";
  const known = role("app", { arn });
  const here: Change = { address: "aws_iam_role.app", action: "none", before: known, after: known };

  test("stays over a move, a change and a new neighbour", async () => {
    const [id] = await idsOf(here);
    const moved: Change = { ...here, address: "aws_iam_role.new", previousAddress: "aws_iam_role.app" };
    const changed: Change = { ...here, action: "update", after: role("app", { arn, description: "orders" }) };
    const neighbour: Change = { address: "aws_iam_role.a", action: "create", after: role("a") };
    expect(await idsOf(moved)).toEqual([id]);
    expect(await idsOf(changed)).toEqual([id]);
    expect(await idsOf(neighbour, here)).toContain(id);
  });

  test("stays from the plan that makes a role with a made-up name to the one after it", async () => {
    const prefix = { name_prefix: "app-" };
    const made = role("app-20260115100000000000000001", { ...prefix, arn });
    const { name: _, ...unnamed } = role("", prefix);
    const first: Change = { address: "aws_iam_role.app", action: "create", after: unnamed };
    const later: Change = { address: "aws_iam_role.app", action: "none", before: made, after: made };
    expect(await idsOf(later)).toEqual(await idsOf(first));
  });

  test("is another one for each instance", async () => {
    const ids = await idsOf(
      { address: 'aws_iam_role.app["a"]', action: "create", after: role("app-a") },
      { address: 'aws_iam_role.app["b"]', action: "create", after: role("app-b") },
      { address: 'aws_iam_role.app["c"]', action: "create", after: role("app-b") },
    );
    expect(new Set(ids).size).toBe(3);
  });
});
