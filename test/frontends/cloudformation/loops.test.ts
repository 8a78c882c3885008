import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { placesIn } from "#frontends/index.ts";
import { showText } from "#model/text.ts";
import { field, textOf } from "#model/tree.ts";
import { planOf } from "../support.ts";

/** A variable as a loop has it. */
const of = (name: string): string => ["$", "{", name, "}"].join("");

const template = `Transform: AWS::LanguageExtensions
Parameters:
  Teams: { Type: CommaDelimitedList, Default: "orders, billing-eu" }
  Later: { Type: CommaDelimitedList }
Resources:
  Fn::ForEach::Roles:
    - Team
    - !Ref Teams
    - Role&{Team}:
        Type: AWS::IAM::Role
        Properties:
          RoleName: !Sub "\${Team}-worker"
          Path: !Sub ["/\${Team}/", {}]
          Description: !Ref Team
  Fn::ForEach::Users:
    - Name
    - [ann, bob]
    - Fn::ForEach::Keys:
        - Number
        - ["1", "2"]
        - Key\${Name}\${Number}: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Name } }
  Plain: { Type: AWS::IAM::User }
`;

test("loops over what is known are written out, those inside of others too", async () => {
  const plan = await planOf(template, undefined, "t.yaml");
  expect(plan.notices).toEqual([]);
  const told = plan.changes.map(({ address, after, at }) => [
    address,
    ["RoleName", "Path", "Description", "UserName"].flatMap((name) => {
      const text = textOf(field(after, name));
      return text === undefined ? [] : [showText(text)];
    }),
    at.pointer,
  ]);
  expect(told).toEqual([
    ["Roleorders", ["orders-worker", "/orders/", "orders"], "/Resources/Fn::ForEach::Roles/2/Role&{Team}"],
    [
      "Rolebillingeu",
      ["billing-eu-worker", "/billing-eu/", "billing-eu"],
      "/Resources/Fn::ForEach::Roles/2/Role&{Team}",
    ],
    ...["ann", "bob"].flatMap((name) =>
      ["1", "2"].map((number) => [
        `Key${name}${number}`,
        [name],
        `/Resources/Fn::ForEach::Users/2/Fn::ForEach::Keys/2/Key${name}${of("Number")}`,
      ]),
    ),
    ["Plain", [], "/Resources/Plain"],
  ]);
});

test("what a loop makes is where the loop says so", async () => {
  const pointer = "/Resources/Fn::ForEach::Roles/2/Role&{Team}/Properties/Path";
  const places = await placesIn({ path: "t.yaml", bytes: Buffer.from(template) }, [pointer]);
  expect(places.get(pointer)).toEqual({ line: 13, column: 11 });
});

test("a loop over what is not known stays, and makes the input incomplete", async () => {
  const plan = await planOf(template.replace("!Ref Teams", "!Ref Later"), undefined, "t.yaml");
  expect(plan.notices.map(({ level, code }) => `${level} ${code}`)).toEqual(["incomplete loop-not-expanded"]);
  expect(plan.changes.map((one) => one.address)).toEqual(["Keyann1", "Keyann2", "Keybob1", "Keybob2", "Plain"]);
});

test("loops that would make more than a stack may have stay", async () => {
  const hundred = JSON.stringify(Array.from({ length: 100 }, (_, i) => `x${i}`));
  const nested = (levels: number): string =>
    levels === 0
      ? `{"R${of("A0")}${of("A1")}${of("A2")}":{"Type":"AWS::IAM::User"}}`
      : `{"Fn::ForEach::L${levels}":["A${levels - 1}",${hundred},${nested(levels - 1)}]}`;
  const plan = await planOf(`{"AWSTemplateFormatVersion":"2010-09-09","Resources":${nested(3)}}`, undefined, "t.json");
  expect([...new Set(plan.notices.map(({ code }) => code))]).toEqual(["loop-not-expanded"]);
  expect(plan.changes).toEqual([]);
});
