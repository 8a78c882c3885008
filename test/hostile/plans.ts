/** A plan with one resource; whatever is hostile goes into it. */
export function planOf(after: object, more: object = {}): Readonly<Record<string, unknown>> {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: [
      {
        address: "aws_iam_policy.p",
        mode: "managed",
        type: "aws_iam_policy",
        name: "p",
        provider_name: "example.com/hashicorp/aws",
        change: { actions: ["create"], before: null, after, after_unknown: {}, ...more },
      },
    ],
    configuration: { root_module: {} },
  };
}

export const harmless = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" }],
});

/** The text of a plan whose one resource has a name and a policy. */
export const plan = JSON.stringify(planOf({ name: "p", policy: harmless }));
