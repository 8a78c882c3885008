import { describe, expect, it } from "vitest";
import { statementOf } from "#clouds/aws/data/policy-lines.ts";

describe("statementOf", () => {
  it("reads actions by service", () => {
    expect(statementOf("Allow\ts3:Get* List*;sqs:*\tarn:aws:s3:::a arn:aws:s3:::b")).toEqual({
      Effect: "Allow",
      Action: ["s3:Get*", "s3:List*", "sqs:*"],
      Resource: ["arn:aws:s3:::a", "arn:aws:s3:::b"],
    });
  });

  it("reads what is left out and under which condition", () => {
    expect(statementOf('Deny\t!iam:*\t!arn:aws:s3:::a\t{"Bool":{"aws:SecureTransport":"false"}}')).toEqual({
      Effect: "Deny",
      NotAction: ["iam:*"],
      NotResource: ["arn:aws:s3:::a"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  it.each(["", "Allow\t*", "allow\t*\t*"])("refuses %j", (line) => {
    expect(() => statementOf(line)).toThrow("not a statement");
  });
});
