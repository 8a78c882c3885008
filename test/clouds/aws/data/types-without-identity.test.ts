import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { innocent, telling } from "#clouds/aws/data/telling-attributes.ts";
import { packed } from "#clouds/aws/data/types-without-identity.generated.ts";
import {
  isKnownWithoutIdentity,
  looksLikeIdentity,
  schemaDate,
  schemaVersion,
} from "#clouds/aws/data/types-without-identity.ts";
import { unpack } from "#clouds/aws/data/unpack.ts";
import { identityKinds } from "#clouds/data/identity-types.ts";

describe("types without identity", () => {
  it("is dated", () => {
    expect({ schemaDate, schemaVersion }).toEqual({ schemaDate: "2025-12-10", schemaVersion: "6.25.0" });
  });

  it.each(["aws_vpc", "aws_subnet", "aws_route53_zone", "aws_cloudwatch_metric_alarm"])("knows %s", (type) => {
    expect(isKnownWithoutIdentity(type)).toBe(true);
  });

  it.each(["aws_iam_role", "aws_s3_bucket_policy", "aws_lambda_function", "aws_not_yet_made", "vpc", "google_vpc", ""])(
    "does not say so of %j",
    (type) => {
      expect(isKnownWithoutIdentity(type)).toBe(false);
    },
  );

  it("says nothing of data sources, whose names may become those of resources", () => {
    expect(isKnownWithoutIdentity("aws_iam_policy_document")).toBe(false);
    expect(isKnownWithoutIdentity("aws_availability_zones")).toBe(false);
  });

  it("shares no type with the list of identity types", () => {
    const types = unpack(packed).split(" ");
    expect(types).toHaveLength(1140);
    expect(types.filter((type) => identityKinds(`aws_${type}`) !== undefined)).toEqual([]);
  });

  it("is complete together with that list", () => {
    const rows = readFileSync("data/terraform-identity-types.tsv", "utf8").split("\n");
    const listed = new Set(
      rows
        .map((row) => row.split("\t"))
        .filter(([provider, type]) => provider === "aws" && !type?.startsWith("data."))
        .map(([, type]) => type),
    );
    expect(listed.size + unpack(packed).split(" ").length).toBe(1581);
  });
});

describe("looksLikeIdentity", () => {
  it.each([
    "role",
    "role_arn",
    "execution_role_arn",
    "assume_role_policy",
    "policy",
    "access_policies",
    "principal",
    "permissions_boundary",
    "iam_instance_profile",
    "trusted_entities",
    "lifecycle_policy_role",
  ])("sees %s", (name) => {
    expect(looksLikeIdentity(["name", name, "tags"])).toBe(true);
  });

  it.each([
    "name",
    "lifecycle_policy",
    "weighted_routing_policy",
    "ssl_policy",
    "network_acl_id",
    "controller",
    "enrollment",
  ])("passes over %s", (name) => {
    expect(looksLikeIdentity([name])).toBe(false);
  });

  it("needs no attributes", () => {
    expect(looksLikeIdentity([])).toBe(false);
  });

  it("has no innocent phrase that hides nothing", () => {
    const idle = innocent.filter((phrase) => !telling.some((word) => `_${phrase}_`.includes(`_${word}_`)));
    expect(idle).toEqual([]);
  });
});
