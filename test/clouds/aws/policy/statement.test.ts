import { describe, expect, it } from "vitest";
import { native, shown } from "./support.ts";

/** A statement, and how it is read; `?x` is a value that waits for x. */
const statements: readonly (readonly [statement: object, line: string])[] = [
  // Actions and resources: one or a list, and everything but.
  [{ Effect: "Allow", Action: "s3:Get*", Resource: "*" }, "allow may s3:Get* on *"],
  [{ Effect: "Allow", Action: ["a:B", "c:D"], Resource: ["x", "y"] }, "allow may a:B, c:D on x, y"],
  [{ Effect: "Allow", Action: [], Resource: "*" }, "allow may  on *"],
  [{ Effect: "Deny", NotAction: "iam:*", NotResource: ["x"] }, "deny may all but iam:* on all but x"],
  [{ Effect: "Allow", NotAction: [], Resource: "*" }, "allow may all but  on *"],
  [{ Effect: "Allow", Action: "a:B" }, "allow may a:B"],
  [{ Effect: "Allow", Resource: "*" }, "allow may ?ambiguous-text on *"],
  [{ Effect: "Allow", Actions: "*", Resource: "*" }, "allow may ?ambiguous-text on *"],
  [{ Effect: "Allow", Action: "a:B", NotAction: "c:D", Resource: "*" }, "allow may a:B on * and ?ambiguous-text"],
  [{ Effect: "Allow", Action: "a:B", Resource: "*", NotResource: "x" }, "allow may a:B on * and ?ambiguous-text"],
  [{ Effect: "Allow", Action: 7, Resource: true }, "allow may 7 on true"],
  [{ Effect: "Allow", Action: { a: "b" }, Resource: [["x"]] }, "allow may ?ambiguous-text on ?ambiguous-text"],
  [{ Effect: "Allow", Action: null, Resource: "*" }, "allow may ?ambiguous-text on *"],
  // Letter case of elements and of the effect.
  [{ effect: "ALLOW", action: "a:B", resource: "*" }, "allow may a:B on *"],
  [{ EFFECT: "deny", NOTACTION: "a:B", notresource: "*" }, "deny may all but a:B on all but *"],
  [{ Effect: "Maybe", Action: "a:B" }, "effect ?ambiguous-text may a:B"],
  [{ Action: "a:B" }, "effect ?ambiguous-text may a:B"],
  [{ Effect: ["Allow"], Action: "a:B" }, "effect ?ambiguous-text may a:B"],
  // Holes anywhere.
  [{ Effect: "?e", Action: "a:B", Resource: "*" }, "effect ?e may a:B on *"],
  [{ Effect: "Allow", Action: "?a", Resource: ["?r", "x"] }, "allow may ?a on ?r, x"],
  [
    { Effect: "Allow", Action: "s3:?verb", Resource: "arn:aws:s3:::?bucket/*" },
    "allow may s3:?verb on arn:aws:s3:::?bucket/*",
  ],
  [{ Effect: "Allow", Action: "a:B", Condition: "?c" }, "allow may a:B and ?c"],
  [{ Effect: "Allow", Action: "a:B", Condition: { StringEquals: "?tests" } }, "allow may a:B and ?tests"],
  [
    { Effect: "Allow", Action: "a:B", Condition: { StringEquals: { "a:b": "?v" } } },
    "allow may a:B if StringEquals a:b ?v",
  ],
  [{ Effect: "Allow", Action: "a:B", Principal: "?p" }, "allow by unknown ?p may a:B"],
  [
    { Effect: "Allow", Action: "a:B", Principal: { AWS: ["?p", "111122223333"] } },
    "allow by unknown ?p, account 111122223333 may a:B",
  ],
  [
    { Effect: "Allow", Action: "a:B", Principal: { AWS: "arn:aws:iam::?acc:root" } },
    "allow by unknown arn:aws:iam::?acc:root may a:B",
  ],
  // Conditions: operators with qualifier and IfExists in any letter case, one value or several.
  [{ Effect: "Allow", Action: "a:B", Condition: {} }, "allow may a:B"],
  [
    { Effect: "Allow", Action: "a:B", Condition: { StringLike: { "a:b": ["x", "y"] } } },
    "allow may a:B if StringLike a:b x | y",
  ],
  [
    { Effect: "Allow", Action: "a:B", Condition: { Bool: { "a:b": true }, NumericLessThan: { "c:d": 5 } } },
    "allow may a:B if Bool a:b true if NumericLessThan c:d 5",
  ],
  [
    { Effect: "Allow", Action: "a:B", Condition: { "ForAllValues:StringEqualsIfExists": { "a:b": "x" } } },
    "allow may a:B if ForAllValues StringEquals if there a:b x",
  ],
  [
    { Effect: "Allow", Action: "a:B", Condition: { "foranyvalue:stringlikeifexists": { "a:b": "x" } } },
    "allow may a:B if ForAnyValue stringlike if there a:b x",
  ],
  [
    { Effect: "Allow", Action: "a:B", Condition: { Null: { "a:b": "true" }, Made: { up: "x" } } },
    "allow may a:B if Null a:b true if Made up x",
  ],
  [{ Effect: "Allow", Action: "a:B", Condition: ["x"] }, "allow may a:B and ?ambiguous-text"],
  [{ Effect: "Allow", Action: "a:B", Condition: { Bool: "x" } }, "allow may a:B and ?ambiguous-text"],
  [
    { Effect: "Allow", Action: "a:B", Condition: { Bool: { "a:b": { c: 1 } } } },
    "allow may a:B if Bool a:b ?ambiguous-text",
  ],
  // Principals.
  [{ Effect: "Allow", Action: "a:B", Principal: "*" }, "allow by anyone * may a:B"],
  [{ Effect: "Allow", Action: "a:B", Principal: { AWS: "*" } }, "allow by anyone * may a:B"],
  [{ Effect: "Allow", Action: "a:B", Principal: { "*": "*" } }, "allow by anyone * may a:B"],
  [{ Effect: "Allow", Action: "a:B", Principal: { Service: "*" } }, "allow by anyone * may a:B"],
  [{ Effect: "Allow", Action: "a:B", Principal: {} }, "allow by  may a:B"],
  [
    { Effect: "Deny", Action: "a:B", NotPrincipal: { AWS: "111122223333" } },
    "deny by all but account 111122223333 may a:B",
  ],
  [
    { Effect: "Allow", Action: "a:B", Principal: "*", NotPrincipal: "*" },
    "allow by anyone * may a:B and ?ambiguous-text",
  ],
  [
    { Effect: "Allow", Action: "a:B", Principal: "ec2.amazonaws.com" },
    "allow by unrecognized ec2.amazonaws.com may a:B",
  ],
  [
    { Effect: "Allow", Action: "a:B", Principal: { aws: ["012345678901"], SERVICE: "ec2.amazonaws.com" } },
    "allow by account 012345678901, service ec2.amazonaws.com may a:B",
  ],
  [
    {
      Effect: "Allow",
      Action: "a:B",
      Principal: { Federated: "cognito-identity.amazonaws.com", CanonicalUser: "79a59d" },
    },
    "allow by federated cognito-identity.amazonaws.com, unrecognized 79a59d may a:B",
  ],
  [{ Effect: "Allow", Action: "a:B", Principal: { AWS: { x: 1 } } }, "allow by unknown ?ambiguous-text may a:B"],
];

describe("readStatement", () => {
  it.each(statements)("%j", (statement, line) => {
    expect(native({ Statement: [statement] }).statements.map(shown)).toEqual([line]);
  });

  it("keeps a Sid, and takes an empty one for none", () => {
    const base = { Effect: "Allow", Action: "a:B" };
    const { statements } = native({
      Statement: [{ ...base, Sid: "One" }, { ...base, sid: "two" }, { ...base, Sid: "" }, { ...base, Sid: "?s" }, base],
    });
    expect(statements.map((one) => one.sid)).toEqual(["One", "two", undefined, undefined, undefined]);
  });
});

/** Principals of type AWS in every partition: accounts, identities, sessions, and what is none of them. */
const principals: readonly (readonly [text: string, kind: string, account?: string])[] = [
  ["111122223333", "account", "111122223333"],
  ["arn:aws:iam::111122223333:root", "account", "111122223333"],
  ["arn:aws-cn:iam::111122223333:root", "account", "111122223333"],
  ["arn:aws-us-gov:iam::111122223333:root", "account", "111122223333"],
  ["arn:aws-iso:iam::111122223333:root", "account", "111122223333"],
  ["arn:aws:iam::111122223333:role/ci", "identity", "111122223333"],
  ["arn:aws-us-gov:iam::111122223333:role/path/to/ci", "identity", "111122223333"],
  ["arn:aws-cn:iam::111122223333:user/ana", "identity", "111122223333"],
  ["arn:aws:sts::111122223333:assumed-role/ci/session", "identity", "111122223333"],
  ["arn:aws:sts::111122223333:federated-user/ana", "identity", "111122223333"],
  ["arn:aws:iam::111122223333:group/ops", "unrecognized"],
  ["arn:aws:iam::111122223333:role/*", "unrecognized"],
  ["arn:aws:iam::*:root", "unrecognized"],
  ["AROAEXAMPLEEXAMPLEEX", "unrecognized"],
  ["11112222333", "unrecognized"],
  ["arn:aws:iam::1111:role/ci", "unrecognized"],
  ["", "unrecognized"],
];

describe("principals of type AWS", () => {
  it.each(principals)("%s is %s %s", (text, kind, account) => {
    const [statement] = native({
      Statement: [{ Effect: "Allow", Action: "a:B", Principal: { AWS: text } }],
    }).statements;
    const [found] = statement?.principals?.principals ?? [];
    expect(found?.kind).toBe(kind);
    expect(found !== undefined && "account" in found ? found.account : undefined).toBe(account);
  });
});
