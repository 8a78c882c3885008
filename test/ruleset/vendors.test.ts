import { expect, test } from "vitest";
import { endedContracts } from "#ruleset/vendors.ts";
import { load, mistakes } from "./support.ts";

const text = `vendors:
  monitoring-co: { accounts: ["999900001111", 012345678901], external-id: required, contract-ends: 2027-06-30 }
  backup-co: { accounts: ["999900002222"] }
`;

test("a vendor is found by each of its accounts", async () => {
  const { vendors } = (await load({ "rolecall.yaml": text })).settings;
  const monitoring = {
    name: "monitoring-co",
    accounts: ["999900001111", "012345678901"],
    externalId: "required",
    contractEnds: "2027-06-30",
  };
  expect([...vendors]).toEqual([
    ["999900001111", monitoring],
    ["012345678901", monitoring],
    ["999900002222", { name: "backup-co", accounts: ["999900002222"] }],
  ]);
});

test("what a later file says of a vendor wins, and the rest stays", async () => {
  const tree = {
    "rolecall.yaml": 'extends: [./team.yaml]\nvendors: { monitoring-co: { accounts: ["999900003333"] } }\n',
    "team.yaml": text,
  };
  const { vendors } = (await load(tree)).settings;
  expect([...vendors.keys()]).toEqual(["999900003333", "999900002222"]);
  expect(vendors.get("999900003333")).toMatchObject({ externalId: "required", contractEnds: "2027-06-30" });
});

test("an account belongs to one", async () => {
  const twice = `accounts: { "111122223333": {} }
vendors:
  a: { accounts: ["111122223333", "999900001111"] }
  b: { accounts: ["999900001111"] }
`;
  expect(await mistakes({ "rolecall.yaml": twice })).toEqual([
    'rolecall.yaml:3:19 account "111122223333" of vendor "a" belongs to us already',
    'rolecall.yaml:4:19 account "999900001111" of vendor "b" belongs to a already',
  ]);
});

test("a contract holds to the end of its last day", async () => {
  const ruleset = await load({ "rolecall.yaml": text });
  expect(endedContracts(ruleset, "2027-06-30")).toEqual([]);
  expect(endedContracts(ruleset, "2027-07-01")).toEqual([
    {
      code: "ended-contract",
      level: "info",
      message:
        "the contract with vendor monitoring-co ended on 2027-06-30: renew it, or remove the vendor and the trust in it",
      location: { document: "rolecall.yaml", pointer: "" },
    },
  ]);
});

test("a file that may not weaken a rule may not name who is let in", async () => {
  const base = "rules: { no-unknown-account-trust: { severity: high, locked: true } }";
  expect(await mistakes({ "base.yaml": base, "rolecall.yaml": text })).toEqual([
    'rolecall.yaml:2:3 "vendors" decides what rule "no-unknown-account-trust" sees, which is locked at base.yaml:1:36: only that file may set it',
  ]);
});
