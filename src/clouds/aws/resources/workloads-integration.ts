import { workloads } from "./workload.ts";

/** Workflows, events and schedules. */
export default workloads([
  {
    terraform: "aws_cloudwatch_event_endpoint",
    cloudformation: "AWS::Events::Endpoint",
    name: "name",
    roles: { role_arn: "replication role" },
    untaggable: true,
  },
  {
    terraform: "aws_cloudwatch_event_rule",
    cloudformation: "AWS::Events::Rule",
    name: "name",
    onlyInCloudFormation: { "Targets.RoleArn": "target role" },
    roles: { role_arn: "rule role" },
  },
  { terraform: "aws_cloudwatch_event_target", name: "target_id", roles: { role_arn: "target role" }, untaggable: true },
  {
    terraform: "aws_pipes_pipe",
    cloudformation: "AWS::Pipes::Pipe",
    name: "name",
    roles: {
      role_arn: "pipe role",
      "target_parameters.ecs_task_parameters.overrides.task_role_arn": "task role",
      "target_parameters.ecs_task_parameters.overrides.execution_role_arn": "execution role",
    },
    computes: true,
  },
  {
    terraform: "aws_scheduler_schedule",
    cloudformation: "AWS::Scheduler::Schedule",
    name: "name",
    roles: { "target.role_arn": "target role" },
    untaggable: true,
  },
  {
    terraform: "aws_sfn_state_machine",
    cloudformation: "AWS::StepFunctions::StateMachine",
    name: "name",
    json: {
      attributes: ["definition"],
      roles: {
        RoleArn: "state role",
        ExecutionRoleArn: "execution role of a state",
        TaskRoleArn: "task role of a state",
        JobFlowRole: "instance role of a state",
        ServiceRole: "service role of a state",
      },
    },
    roles: { role_arn: "execution role" },
    inCloudFormation: { name: "StateMachineName" },
    computes: true,
  },
]);
