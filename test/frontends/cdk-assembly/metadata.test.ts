import { describe, expect, test } from "vitest";
import { metadataOf } from "#frontends/cdk-assembly/metadata.ts";

const id = (data: string, more: object = {}) => ({ type: "aws:cdk:logicalId", data, ...more });
const trace = (...data: readonly string[]) => ({ type: "aws:cdk:creationStack", data });
const template = (data: string) => ({ type: "aws:cdk:templateFile", data });

describe("the metadata of a stack tells the construct of a resource", () => {
  test("with its trace, as older libraries keep it and as newer ones do", () => {
    const metadata = metadataOf(
      { "/S/Old/Resource": [id("Old1", { trace: ["new Old (/a.ts:1:2)"] })] },
      { "/S/New/Resource": [id("New1"), trace("new New (/a.ts:3:4)")] },
    );
    expect(metadata.construct("S.template.json", "Old1")).toEqual({
      path: "S/Old/Resource",
      trace: ["new Old (/a.ts:1:2)"],
    });
    expect(metadata.construct("S.template.json", "New1")).toEqual({
      path: "S/New/Resource",
      trace: ["new New (/a.ts:3:4)"],
    });
  });

  test("by its template, where a nested stack uses the same id", () => {
    const metadata = metadataOf({
      "/S": [template("S.template.json")],
      "/S/Role/Resource": [id("Role1")],
      "/S/Inner": [template("Inner.nested.template.json")],
      "/S/Inner/Role/Resource": [id("Role1")],
    });
    expect(metadata.construct("S.template.json", "Role1")?.path).toBe("S/Role/Resource");
    expect(metadata.construct("Inner.nested.template.json", "Role1")?.path).toBe("S/Inner/Role/Resource");
  });

  test("but not where two may be meant, or another template is", () => {
    const metadata = metadataOf({
      "/S/Role/Resource": [id("Role1")],
      "/S/Inner/Role/Resource": [id("Role1")],
      "/S/Other": [template("Other.nested.template.json")],
      "/S/Other/User/Resource": [id("User1")],
    });
    expect(metadata.construct("S.template.json", "Role1")).toBeUndefined();
    expect(metadata.construct("S.template.json", "User1")).toBeUndefined();
  });

  test("or nothing, where it is not what it should be", () => {
    const metadata = metadataOf(undefined, [], { "/S": "a text", "/T": [null, 7, { type: "aws:cdk:logicalId" }] });
    expect(metadata.construct("S.template.json", "S")).toBeUndefined();
    expect(metadata.at("T")).toEqual({ path: "T" });
  });
});
