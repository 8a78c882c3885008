import { identityPolicy, resourcePolicy, trustPolicy } from "./policies.ts";
import { all, arn, type ResourceType, tagged } from "./types.ts";

const roleReference = { role: ["aws_iam_role.a0.name", "aws_iam_role.a0"] };
const none = all("", "name_prefix", "permissions_boundary");

/** Types that are about access, in the order in which a group has them: a role stands before what names it. */
export const identityTypes: readonly ResourceType[] = [
  {
    type: "aws_iam_role",
    computed: ["arn", "create_date", "id", "unique_id"],
    values: (place) => ({
      arn: arn("iam", `role/${place.service}-exec`),
      assume_role_policy: trustPolicy(place.shared(), place.service),
      create_date: "2024-03-01T10:11:12Z",
      description: `Runs ${place.service}`,
      force_detach_policies: false,
      id: `${place.service}-exec`,
      inline_policy: [],
      managed_policy_arns: [],
      max_session_duration: 3600,
      name: `${place.service}-exec`,
      ...none,
      path: "/",
      ...tagged(place),
      unique_id: `AROA${place.own().hex(17).toUpperCase()}`,
    }),
  },
  {
    type: "aws_iam_policy",
    computed: ["arn", "attachment_count", "id", "policy_id"],
    values: (place, statements) => ({
      arn: arn("iam", `policy/${place.service}-data`),
      attachment_count: 1,
      description: "",
      id: arn("iam", `policy/${place.service}-data`),
      name: `${place.service}-data`,
      name_prefix: "",
      path: "/",
      policy: identityPolicy(place.shared(), statements, place.service),
      policy_id: `ANPA${place.own().hex(17).toUpperCase()}`,
      ...tagged(place),
    }),
  },
  {
    type: "aws_iam_role_policy_attachment",
    computed: ["id", "policy_arn"],
    references: { ...roleReference, policy_arn: ["aws_iam_policy.a1.arn", "aws_iam_policy.a1"] },
    values: ({ service, own }) => ({
      id: `${service}-exec-2024${own().hex(20)}`,
      policy_arn: arn("iam", `policy/${service}-data`),
      role: `${service}-exec`,
    }),
  },
  {
    type: "aws_iam_role_policy",
    computed: ["id"],
    references: roleReference,
    values: ({ service, shared }, statements) => ({
      id: `${service}-exec:inline`,
      name: "inline",
      name_prefix: "",
      policy: identityPolicy(shared(), statements, service),
      role: `${service}-exec`,
    }),
  },
  {
    type: "aws_s3_bucket_policy",
    computed: ["id"],
    references: { bucket: ["aws_s3_bucket.b0.id", "aws_s3_bucket.b0"] },
    values: ({ service, shared }) => ({
      bucket: `${service}-files`,
      id: `${service}-files`,
      policy: resourcePolicy(shared(), service, arn("s3", `${service}-files/*`)),
    }),
  },
  {
    type: "aws_lambda_permission",
    computed: ["id"],
    values: ({ service }) => ({
      action: "lambda:InvokeFunction",
      ...all(null, "event_source_token", "function_url_auth_type", "principal_org_id", "source_account"),
      function_name: `${service}-handler`,
      id: "from-events",
      principal: "events.amazonaws.com",
      qualifier: "",
      source_arn: arn("events", `rule/${service}`),
      statement_id: "from-events",
      statement_id_prefix: "",
    }),
  },
  {
    type: "aws_iam_user",
    computed: ["arn", "id", "unique_id"],
    values: (place) => ({
      arn: arn("iam", `user/${place.service}-ci`),
      force_destroy: false,
      id: `${place.service}-ci`,
      name: `${place.service}-ci`,
      path: "/",
      permissions_boundary: "",
      ...tagged(place),
      unique_id: `AIDA${place.own().hex(17).toUpperCase()}`,
    }),
  },
];
