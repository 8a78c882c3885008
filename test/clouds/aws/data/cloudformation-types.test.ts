import { expect, test } from "vitest";
import { kindsInCloudFormation, listDate } from "#clouds/aws/data/cloudformation-types.ts";

test("the list is of a day, and tells types about access from others", () => {
  expect(listDate).toBe("2026-09-29");
  expect(kindsInCloudFormation("AWS::IAM::Role")).toContain("identity");
  expect(kindsInCloudFormation("AWS::EC2::VPC")).toEqual([]);
  expect(kindsInCloudFormation("AWS::Nobody::Knows")).toBeUndefined();
});
