import { describe, expect, it } from "vitest";
import { renderDocument } from "../../fixtures/maker/policy/document.ts";
import { equivalent, normalized } from "../../fixtures/maker/policy/equivalent.ts";
import type { Values } from "../../fixtures/maker/wire/value.ts";

const version = { Version: "2012-10-17" };
const policy = (...statements: readonly object[]) => JSON.stringify({ ...version, Statement: statements });
function rendered(config: Values): unknown {
  const { json } = renderDocument(config);
  if (typeof json !== "string") throw new Error("nothing was rendered");
  return JSON.parse(json);
}

describe("renderDocument", () => {
  it("writes one element as a string and several backwards, with variables and principals", () => {
    const statement = {
      sid: "Read",
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: ["arn:aws:s3:::home/&{aws:username}"],
      principals: [
        { type: "AWS", identifiers: ["*"] },
        { type: "Service", identifiers: ["ec2.amazonaws.com"] },
      ],
      condition: [
        { test: "StringEquals", variable: "aws:PrincipalTag/team", values: ["a", "b"] },
        { test: "Bool", variable: "aws:SecureTransport", values: ["true"] },
      ],
    };
    expect(rendered({ statement: [statement] })).toEqual({
      ...version,
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: ["s3:ListBucket", "s3:GetObject"],
          Resource: ["arn:aws:s3:::home/$", "{aws:username}"].join(""),
          Principal: { AWS: "*", Service: "ec2.amazonaws.com" },
          Condition: {
            StringEquals: { "aws:PrincipalTag/team": ["a", "b"] },
            Bool: { "aws:SecureTransport": "true" },
          },
        },
      ],
    });
  });

  it("writes the principal that is everyone as a star", () => {
    const statement = { actions: ["s3:GetObject"], principals: [{ type: "*", identifiers: ["*"] }] };
    expect(rendered({ statement: [statement] })).toEqual({
      ...version,
      Statement: [{ Effect: "Allow", Action: "s3:GetObject", Principal: "*" }],
    });
  });

  it("lets a later statement of the same Sid take the place of an earlier one", () => {
    const [read, write, deny] = [
      { Sid: "A", Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
      { Sid: "B", Effect: "Allow", Action: "s3:PutObject", Resource: "*" },
      { Sid: "A", Effect: "Deny", Action: "s3:GetObject", Resource: "*" },
    ];
    const config = {
      source_policy_documents: [policy(read, write)],
      statement: [{ sid: "B", actions: ["s3:DeleteObject"], resources: ["*"] }],
      override_policy_documents: [policy(deny)],
    };
    expect(rendered(config)).toEqual({
      ...version,
      Statement: [deny, { Sid: "B", Effect: "Allow", Action: "s3:DeleteObject", Resource: "*" }],
    });
  });

  it.each([
    ["two statements", { statement: [{ sid: "A" }, { sid: "A" }] }, "duplicate Sid (A). Remove"],
    ["two sources", { source_policy_documents: [policy({ Sid: "A" }), policy({ Sid: "A" })] }, "source document 1"],
    ["a source that is no JSON", { source_policy_documents: ["x"] }, "merging source document 0"],
  ])("refuses %s with one Sid, or what is no JSON", (_, config, message) => {
    expect(() => renderDocument(config)).toThrow(message);
  });
});

describe("normalized", () => {
  it("is compact, with sorted keys, and escapes what HTML would read", () => {
    expect(normalized('{ "b": 1, "a": "<&>" }')).toBe('{"a":"\\u003c\\u0026\\u003e","b":1}');
  });

  it("leaves what is not JSON", () => {
    expect(normalized("not json")).toBe("not json");
  });
});

describe("equivalent", () => {
  const base = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

  it.each([
    ["the case of an action", { ...base, Action: "S3:getobject" }, base],
    ["a list of one", { ...base, Action: ["s3:GetObject"], Resource: ["*"] }, base],
    ["the order of a list", { ...base, Action: ["a:B", "c:D"] }, { ...base, Action: ["c:D", "a:B"] }],
    [
      "an account and its root",
      { Principal: { AWS: "111122223333" } },
      { Principal: { AWS: "arn:aws:iam::111122223333:root" } },
    ],
    ["the ways to write everyone", { Principal: "*" }, { Principal: { AWS: ["*"] } }],
    [
      "the case of a condition key",
      { Condition: { Bool: { "AWS:x": true } } },
      { Condition: { Bool: { "aws:x": "true" } } },
    ],
    ["an empty Sid", { ...base, Sid: "" }, base],
  ])("does not tell apart %s", (_, one, other) => {
    expect(equivalent(policy(one), policy(other))).toBe(true);
  });

  it.each([
    ["effects", { ...base, Effect: "Deny" }],
    ["Sids", { ...base, Sid: "A" }],
    ["the case of a resource", { ...base, Resource: "arn:aws:s3:::A" }],
    ["an element", { ...base, Condition: {} }],
  ])("tells apart %s", (_, other) => {
    expect(equivalent(policy(base), policy(other))).toBe(false);
  });

  it("is never true of what is not JSON", () => {
    expect(equivalent("x", "x")).toBe(false);
  });
});
