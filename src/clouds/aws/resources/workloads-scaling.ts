import { workloads } from "./workload.ts";

/** What starts instances. */
export default workloads([
  {
    terraform: "aws_appautoscaling_target",
    cloudformation: "AWS::ApplicationAutoScaling::ScalableTarget",
    name: "resource_id",
    roles: { role_arn: "scaling role" },
    inCloudFormation: { role_arn: "RoleARN" },
  },
  {
    terraform: "aws_autoscaling_group",
    cloudformation: "AWS::AutoScaling::AutoScalingGroup",
    name: "name",
    roles: { service_linked_role_arn: "service-linked role", "initial_lifecycle_hook.role_arn": "lifecycle hook role" },
    inCloudFormation: {
      service_linked_role_arn: "ServiceLinkedRoleARN",
      "initial_lifecycle_hook.role_arn": "LifecycleHookSpecificationList.RoleARN",
      name: "AutoScalingGroupName",
    },
    untaggable: true,
  },
  {
    terraform: "aws_autoscaling_lifecycle_hook",
    cloudformation: "AWS::AutoScaling::LifecycleHook",
    name: "name",
    roles: { role_arn: "notification role" },
    inCloudFormation: { role_arn: "RoleARN", name: "LifecycleHookName" },
    untaggable: true,
  },
  {
    terraform: "aws_launch_configuration",
    cloudformation: "AWS::AutoScaling::LaunchConfiguration",
    name: "name",
    profiles: { iam_instance_profile: "instance profile" },
    computes: true,
    untaggable: true,
  },
  {
    terraform: "aws_launch_template",
    cloudformation: "AWS::EC2::LaunchTemplate",
    name: "name",
    profiles: { "iam_instance_profile.name": "instance profile", "iam_instance_profile.arn": "instance profile" },
    inCloudFormation: {
      "iam_instance_profile.name": "LaunchTemplateData.IamInstanceProfile.Name",
      "iam_instance_profile.arn": "LaunchTemplateData.IamInstanceProfile.Arn",
      name: "LaunchTemplateName",
    },
    computes: true,
  },
  {
    terraform: "aws_spot_fleet_request",
    cloudformation: "AWS::EC2::SpotFleet",
    name: "id",
    roles: { iam_fleet_role: "fleet role" },
    profiles: {
      "launch_specification.iam_instance_profile": "instance profile",
      "launch_specification.iam_instance_profile_arn": "instance profile",
    },
    inCloudFormation: {
      iam_fleet_role: "SpotFleetRequestConfigData.IamFleetRole",
      "launch_specification.iam_instance_profile_arn":
        "SpotFleetRequestConfigData.LaunchSpecifications.IamInstanceProfile.Arn",
    },
    computes: true,
  },
  {
    terraform: "aws_spot_instance_request",
    name: "id",
    profiles: { iam_instance_profile: "instance profile" },
    computes: true,
  },
]);
