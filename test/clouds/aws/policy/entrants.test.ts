import { describe, expect, it } from "vitest";
import { entrants } from "#clouds/aws/policy/entrants.ts";
import type { TrustStatement } from "#model/policy.ts";
import { showText } from "#model/text.ts";
import { native } from "./support.ts";

const enter = "sts:AssumeRole";
const dev = "arn:aws:iam::444455556666";
const prod = "arn:aws:iam::111122223333";

function allow(principal: unknown, condition: object = {}, action: unknown = enter): object {
  return { Effect: "Allow", Action: action, Principal: principal, Condition: condition };
}

function deny(principal: unknown, condition: object = {}, action: unknown = "sts:*"): object {
  return { Effect: "Deny", Action: action, Principal: principal, Condition: condition };
}

function denyOthers(principal: unknown): object {
  return { Effect: "Deny", Action: "sts:*", NotPrincipal: principal };
}

const inProd = { "aws:PrincipalAccount": "111122223333" };
const inOrganization = { "aws:PrincipalOrgID": "o-abc123def4" };

/** Who gets in by the first statement of a document; `perhaps` where that waits for something. */
const documents: readonly (readonly [says: string, statements: readonly object[], who: readonly string[]])[] = [
  ["an account", [allow({ AWS: `${dev}:root` })], [`account ${dev}:root`]],
  ["a service", [allow({ Service: "ec2.amazonaws.com" })], ["service ec2.amazonaws.com"]],
  ["everybody", [allow("*")], ["anyone *"]],
  ["nobody by a denial", [deny({ AWS: dev })], []],
  ["nobody who may only tag", [allow("*", {}, "sts:TagSession")], []],
  ["everybody by a pattern of actions", [allow("*", {}, "sts:Assume*")], ["anyone *"]],
  ["perhaps everybody, by an unknown action", [allow("*", {}, "?action")], ["perhaps anyone *"]],
  ["perhaps an account, by an unknown action", [allow({ AWS: dev }, {}, "?action")], [`perhaps unrecognized ${dev}`]],
  ["everybody but for the ways in that are left", [{ Effect: "Allow", NotAction: "sts:Assume*", Principal: "*" }], []],
  [
    "perhaps everybody, where NotAction is unknown",
    [{ Effect: "Allow", NotAction: "?action", Principal: "*" }],
    ["perhaps anyone *"],
  ],

  // Conditions that name the caller.
  ["those of an account", [allow("*", { StringEquals: inProd })], ["account 111122223333"]],
  ["an organization", [allow("*", { StringEquals: inOrganization })], ["organization o-abc123def4"]],
  ["the nearer of two", [allow("*", { StringEquals: { ...inOrganization, ...inProd } })], ["account 111122223333"]],
  [
    "the organization of a path",
    [allow("*", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-abc123def4/r-ab12/*"] } })],
    ["organization o-abc123def4"],
  ],
  ["an identity", [allow("*", { ArnLike: { "aws:PrincipalArn": `${dev}:role/ci` } })], [`identity ${dev}:role/ci`]],
  [
    "the account of a pattern",
    [allow("*", { ArnLike: { "aws:PrincipalArn": `${dev}:role/ci-*` } })],
    [`account ${dev}:role/ci-*`],
  ],
  [
    "nobody by a star that stands for itself",
    [allow("*", { StringEquals: { "aws:PrincipalArn": `${dev}:role/ci-*` } })],
    [],
  ],
  [
    "somebody from a network",
    [allow("*", { StringEquals: { "aws:SourceVpc": "vpc-1a2b3c4d" } })],
    ["unrecognized vpc-1a2b3c4d"],
  ],
  [
    "perhaps everybody, by an unknown value",
    [allow("*", { StringLike: { "aws:PrincipalOrgID": "?id" } })],
    ["perhaps anyone *"],
  ],
  [
    "those of an account, where everybody but one is named",
    [{ Effect: "Allow", Action: enter, NotPrincipal: { AWS: dev }, Condition: { StringEquals: inProd } }],
    ["account 111122223333"],
  ],

  // Denials of the same document.
  ["nobody, where all are denied", [allow({ AWS: `${dev}:root` }), deny("*")], []],
  ["nobody, where the account is denied", [allow({ AWS: `${dev}:role/ci` }), deny({ AWS: "444455556666" })], []],
  ["nobody, where the role is denied", [allow({ AWS: `${dev}:role/ci` }), deny({ AWS: `${dev}:role/ci` })], []],
  [
    "an account, where one role of it is denied",
    [allow({ AWS: `${dev}:root` }), deny({ AWS: `${dev}:role/ci` })],
    [`account ${dev}:root`],
  ],
  [
    "a role, where another way in is denied",
    [allow({ AWS: `${dev}:role/ci` }), deny("*", {}, "sts:AssumeRoleWithSAML")],
    [`identity ${dev}:role/ci`],
  ],
  [
    "a role, where the denial asks for more",
    [allow({ AWS: `${dev}:role/ci` }), deny({ AWS: dev }, { Bool: { "aws:SecureTransport": "false" } })],
    [`identity ${dev}:role/ci`],
  ],
  [
    "the account that a denial leaves",
    [allow({ AWS: [`${dev}:root`, `${prod}:root`] }), deny("*", { StringNotEquals: inProd })],
    [`account ${prod}:root`],
  ],
  [
    "whoever may be in the organization that a denial leaves",
    [allow({ AWS: [`${dev}:root`] }), deny("*", { StringNotEquals: inOrganization })],
    [`account ${dev}:root`],
  ],
  [
    "the organization that a denial leaves, of everybody",
    [allow("*"), deny("*", { StringNotEquals: inOrganization })],
    ["organization o-abc123def4"],
  ],
  [
    "whom a denial by NotPrincipal leaves, of everybody",
    [allow("*"), denyOthers({ AWS: `${dev}:role/ci` })],
    [`identity ${dev}:role/ci`],
  ],
  [
    "the organization that a denial for all paths leaves",
    [allow("*"), deny("*", { "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": ["o-abc123def4/*"] } })],
    ["organization o-abc123def4"],
  ],
  [
    "everybody, where the denial never holds for a key of several values",
    [allow("*"), deny("*", { StringNotLike: { "aws:PrincipalOrgPaths": ["o-abc123def4/*"] } })],
    ["anyone *"],
  ],
];

describe("who gets in", () => {
  it.each(documents)("%s", (_, statements, who) => {
    const document = native({ Statement: statements }).statements.map(
      (one, i): TrustStatement => ({
        ...one,
        id: `role#trust/${i}`,
        identity: "role",
        principals: one.principals ?? { match: "only", principals: [] },
      }),
    );
    const [first] = document;
    if (first === undefined) throw new Error("a document needs a statement");
    const found = entrants(first, document).map(
      ({ principal, holds }) => `${holds === "yes" ? "" : "perhaps "}${principal.kind} ${showText(principal.text)}`,
    );
    expect(found).toEqual(who);
  });
});
