import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { identityKinds, identityTypesDate, providerOf } from "#clouds/data/identity-types.ts";

const [, ...rows] = readFileSync("data/terraform-identity-types.tsv", "utf8").trim().split("\n");

describe("identity types", () => {
  it("is dated", () => {
    expect(identityTypesDate).toBe("2025-12-10");
  });

  it.each([
    ["aws_iam_role", "aws", ["identity", "trust"]],
    ["data.aws_iam_role", "aws", ["identity"]],
    ["aws_iam_role_policy_attachment", "aws", ["attachment"]],
    ["google_service_account", "google", ["identity"]],
    ["kubectl_manifest", "kubectl", ["identity"]],
  ])("knows %s", (type, provider, kinds) => {
    expect(providerOf(type)).toBe(provider);
    expect(identityKinds(type)).toEqual(kinds);
  });

  it.each(["aws_vpc", "google_*", "aws", "", "__proto__", "constructor"])("does not know %j", (type) => {
    expect(identityKinds(type)).toBeUndefined();
    expect(providerOf(type)).toBeUndefined();
  });

  it("holds every row of the list", () => {
    expect(rows).toHaveLength(1460);
    const named = rows.map((row) => row.split("\t")).filter(([, type]) => type !== "google_*");
    const missing = named.filter(([, type, kind]) => !identityKinds(type ?? "")?.some((one) => one === kind));
    expect(missing).toEqual([]);
  });
});
