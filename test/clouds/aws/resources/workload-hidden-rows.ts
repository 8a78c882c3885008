import type { Row } from "./shaped-plan.ts";
import { from, type Values } from "./shapes.ts";

const account = "arn:aws:iam::111122223333";
const role = `${account}:role/role`;

/** What the rows below stand beside. */
export const context: readonly Row[] = [
  ["aws_iam_role", "role", { name: "role", path: "/", arn: role }],
  ["aws_iam_role", "other", { name: "other", path: "/", arn: `${account}:role/other` }],
  ["aws_iam_user", "user", { name: "user", path: "/", arn: `${account}:user/user` }],
  ["aws_iam_instance_profile", "profile", { name: "profile", role: "other" }],
  ["aws_lambda_function", "function", { function_name: "function", role }],
];

const json = (value: unknown) => JSON.stringify(value);
const setting = (name: unknown, value: unknown): Values => ({ namespace: "aws:elasticbeanstalk:x", name, value });

/**
 * Roles that stand elsewhere than in an attribute of their own: type, values of the resource `x`, and what it runs as, `nobody` where that is not known.
 * Written down after the documentation of AWS.
 */
export const hiddenRoles: readonly (readonly [type: string, values: Values, ...runsAs: readonly string[]])[] = [
  // Pairs of a key and a value.
  [
    "aws_elastic_beanstalk_environment",
    {
      setting: [
        setting("IamInstanceProfile", "profile"),
        setting("ServiceRole", role),
        setting("InstanceType", "role"),
      ],
    },
    "aws_iam_role.other (instance profile)",
    "aws_iam_role.role (service role)",
  ],
  [
    "aws_elastic_beanstalk_environment",
    { setting: [setting(from("var.key"), "t3.micro")] },
    "nobody (a role, perhaps)",
  ],
  ["aws_elastic_beanstalk_environment", { setting: [setting("InstanceType", "t3.micro")] }, "nothing"],
  ["aws_elastic_beanstalk_configuration_template", { setting: [setting("InstanceType", "t3.micro")] }],
  [
    "aws_elastic_beanstalk_configuration_template",
    { setting: [setting("ServiceRoleForManagedUpdates", from("aws_iam_role.role.name"))] },
    "aws_iam_role.role (service role of updates)",
  ],
  [
    "aws_config_remediation_configuration",
    {
      target_id: "AWS-PublishSNSNotification",
      parameter: [
        { name: "AutomationAssumeRole", static_value: from("aws_iam_role.role.arn") },
        { name: "Message", static_value: "role" },
      ],
    },
    "aws_iam_role.role (automation role)",
  ],
  [
    "aws_datapipeline_pipeline_definition",
    {
      pipeline_object: [
        {
          id: "Default",
          field: [
            { key: "role", string_value: "role" },
            { key: "resourceRole", string_value: "profile" },
            { key: "failureAndRerunMode", string_value: "CASCADE" },
          ],
        },
      ],
    },
    "aws_iam_role.role (pipeline role)",
    "aws_iam_role.other (instance profile)",
  ],
  [
    "aws_ssm_association",
    { name: "AWS-StartEC2Instance", parameters: { AutomationAssumeRole: role, InstanceId: "i-1" } },
    "aws_iam_role.role (automation role)",
  ],
  // JSON.
  [
    "aws_batch_job_definition",
    {
      name: "x",
      container_properties: json({ image: "i", jobRoleArn: role, executionRoleArn: `${account}:role/other` }),
    },
    "aws_iam_role.role (job role)",
    "aws_iam_role.other (execution role)",
  ],
  [
    "aws_batch_job_definition",
    { name: "x", node_properties: json({ nodeRangeProperties: [{ container: { jobRoleArn: role } }] }) },
    "aws_iam_role.role (job role)",
  ],
  [
    "aws_batch_job_definition",
    { name: "x", ecs_properties: json({ taskProperties: [{ taskRoleArn: role, executionRoleArn: "elsewhere" }] }) },
    "aws_iam_role.role (task role)",
    "outside aws role/elsewhere (execution role)",
  ],
  [
    "aws_batch_job_definition",
    { name: "x", container_properties: from("aws_iam_role.role.arn") },
    "aws_iam_role.role (in container_properties)",
  ],
  [
    "aws_batch_job_definition",
    { name: "x", container_properties: from("var.json") },
    "nobody (in container_properties)",
  ],
  [
    "aws_sfn_state_machine",
    {
      name: "x",
      role_arn: role,
      definition: json({
        States: {
          Other: { Type: "Task", Credentials: { RoleArn: `${account}:role/other` } },
          Chosen: { Type: "Task", Credentials: { RoleArn: "{% $roleArn %}" } },
          Asked: { Type: "Task", Credentials: { "RoleArn.$": "$.role" } },
        },
      }),
    },
    "aws_iam_role.role (execution role)",
    "aws_iam_role.other (state role)",
  ],
  [
    "aws_servicecatalog_constraint",
    { type: "LAUNCH", parameters: json({ RoleArn: role }) },
    "aws_iam_role.role (launch role)",
  ],
  [
    "aws_servicecatalog_constraint",
    { type: "LAUNCH", parameters: json({ LocalRoleName: "role" }) },
    "aws_iam_role.role (launch role)",
  ],
  [
    "aws_servicecatalog_constraint",
    {
      type: "STACKSET",
      parameters: json({ Version: "String", Properties: { AdminRole: role, ExecutionRole: "other" } }),
    },
    "aws_iam_role.role (administration role)",
    "aws_iam_role.other (execution role)",
  ],
  ["aws_servicecatalog_constraint", { type: "NOTIFICATION", parameters: json({ NotificationArns: [role] }) }],
  // Things that stand for somebody.
  ["aws_lambda_event_source_mapping", { function_name: "function" }, "aws_iam_role.role (role of its function)"],
  [
    "aws_lambda_event_source_mapping",
    { function_name: from("aws_lambda_function.function.arn") },
    "aws_iam_role.role (role of its function)",
  ],
  ["aws_lambda_event_source_mapping", { function_name: "elsewhere" }, "nobody (role of its function)"],
  ["aws_cloud9_environment_ec2", { name: "x", owner_arn: `${account}:user/user` }, "aws_iam_user.user (owner)"],
  ["aws_cloud9_environment_ec2", { name: "x", owner_arn: from("aws_iam_user.user.arn") }, "aws_iam_user.user (owner)"],
  ["aws_api_gateway_integration", { credentials: "arn:aws:iam::*:user/*" }, "nobody (integration role)"],
  [
    "aws_servicecatalog_service_action",
    { name: "x", definition: [{ name: "AWS-RestartEC2Instance", version: "1", assume_role: "LAUNCH_ROLE" }] },
    "nobody (action role)",
  ],
  [
    "aws_kinesis_firehose_delivery_stream",
    {
      name: "x",
      destination: "extended_s3",
      extended_s3_configuration: [
        {
          bucket_arn: "arn:aws:s3:::b",
          role_arn: role,
          processing_configuration: [
            {
              processors: [
                {
                  type: "Lambda",
                  parameters: [{ parameter_name: "RoleArn", parameter_value: `${account}:role/other` }],
                },
              ],
            },
          ],
        },
      ],
    },
    "aws_iam_role.role (delivery role)",
    "aws_iam_role.other (processor role)",
  ],
  // What names nobody runs as nobody, and is a workload only where it computes.
  ["aws_db_instance", { identifier: "x" }],
  ["aws_sns_topic", { name: "x", sqs_success_feedback_role_arn: "" }],
  ["aws_appstream_fleet", { name: "x" }],
  ["aws_eks_cluster", { name: "x" }, "nothing"],
];
