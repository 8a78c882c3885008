import { workloads } from "./workload.ts";

/** Images, desktops and games. */
export default workloads([
  {
    terraform: "aws_appstream_fleet",
    cloudformation: "AWS::AppStream::Fleet",
    name: "name",
    roles: { iam_role_arn: "instance role" },
  },
  {
    terraform: "aws_appstream_image_builder",
    cloudformation: "AWS::AppStream::ImageBuilder",
    name: "name",
    roles: { iam_role_arn: "instance role" },
  },
  {
    terraform: "aws_gamelift_build",
    cloudformation: "AWS::GameLift::Build",
    name: "name",
    roles: { "storage_location.role_arn": "storage role" },
  },
  {
    terraform: "aws_gamelift_fleet",
    cloudformation: "AWS::GameLift::Fleet",
    name: "name",
    roles: { instance_role_arn: "instance role" },
    inCloudFormation: { instance_role_arn: "InstanceRoleARN" },
  },
  {
    terraform: "aws_gamelift_game_server_group",
    cloudformation: "AWS::GameLift::GameServerGroup",
    name: "game_server_group_name",
    roles: { role_arn: "service role" },
  },
  {
    terraform: "aws_gamelift_script",
    cloudformation: "AWS::GameLift::Script",
    name: "name",
    roles: { "storage_location.role_arn": "storage role" },
  },
  {
    terraform: "aws_imagebuilder_distribution_configuration",
    cloudformation: "AWS::ImageBuilder::DistributionConfiguration",
    name: "name",
    roles: { "distribution.s3_export_configuration.role_name": "export role" },
  },
  {
    terraform: "aws_imagebuilder_image_pipeline",
    cloudformation: "AWS::ImageBuilder::ImagePipeline",
    name: "name",
    roles: { execution_role: "execution role" },
  },
  {
    terraform: "aws_imagebuilder_image",
    cloudformation: "AWS::ImageBuilder::Image",
    name: "id",
    onlyInCloudFormation: { "DeletionSettings.ExecutionRole": "deletion role" },
    roles: { execution_role: "execution role" },
  },
  {
    terraform: "aws_imagebuilder_infrastructure_configuration",
    cloudformation: "AWS::ImageBuilder::InfrastructureConfiguration",
    name: "name",
    profiles: { instance_profile_name: "instance profile" },
  },
  {
    terraform: "aws_imagebuilder_lifecycle_policy",
    cloudformation: "AWS::ImageBuilder::LifecyclePolicy",
    name: "name",
    roles: { execution_role: "execution role" },
  },
]);
