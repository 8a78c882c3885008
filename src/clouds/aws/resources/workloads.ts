import type { Workload } from "#model/identity.ts";
import { literalText, type Text } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import type { Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { tagsOf } from "../link/tags.ts";
import type { Naming } from "../link/things.ts";
import { lambdaNaming } from "./lambda-permission.ts";
import type { ResourceType } from "./resource-type.ts";

/** Where a workload names what it runs as: the attribute's path, whether it is a role or an instance profile, and what for. */
type Use = readonly [path: string, by: "role" | "instance-profile", use: string];

const rows: readonly {
  terraform: string;
  cloudformation?: string;
  name: string;
  naming?: Naming;
  uses: readonly Use[];
}[] = [
  {
    terraform: "aws_lambda_function",
    cloudformation: "AWS::Lambda::Function",
    name: "function_name",
    naming: lambdaNaming,
    uses: [["role", "role", "execution role"]],
  },
  {
    terraform: "aws_instance",
    cloudformation: "AWS::EC2::Instance",
    name: "id",
    uses: [["iam_instance_profile", "instance-profile", "instance profile"]],
  },
  {
    terraform: "aws_launch_configuration",
    cloudformation: "AWS::AutoScaling::LaunchConfiguration",
    name: "name",
    uses: [["iam_instance_profile", "instance-profile", "instance profile"]],
  },
  {
    terraform: "aws_launch_template",
    cloudformation: "AWS::EC2::LaunchTemplate",
    name: "name",
    uses: [
      ["iam_instance_profile.name", "instance-profile", "instance profile"],
      ["iam_instance_profile.arn", "instance-profile", "instance profile"],
    ],
  },
  {
    terraform: "aws_spot_instance_request",
    name: "id",
    uses: [["iam_instance_profile", "instance-profile", "instance profile"]],
  },
  {
    terraform: "aws_spot_fleet_request",
    cloudformation: "AWS::EC2::SpotFleet",
    name: "id",
    uses: [
      ["iam_fleet_role", "role", "fleet role"],
      ["launch_specification.iam_instance_profile", "instance-profile", "instance profile"],
      ["launch_specification.iam_instance_profile_arn", "instance-profile", "instance profile"],
    ],
  },
  {
    terraform: "aws_ecs_task_definition",
    cloudformation: "AWS::ECS::TaskDefinition",
    name: "family",
    uses: [
      ["task_role_arn", "role", "task role"],
      ["execution_role_arn", "role", "execution role"],
    ],
  },
  {
    terraform: "aws_ecs_service",
    cloudformation: "AWS::ECS::Service",
    name: "name",
    uses: [
      ["iam_role", "role", "service role"],
      ["deployment_configuration.lifecycle_hook.role_arn", "role", "lifecycle hook role"],
      ["load_balancer.advanced_configuration.role_arn", "role", "load balancer role"],
      ["service_connect_configuration.service.tls.role_arn", "role", "certificate role"],
      ["volume_configuration.managed_ebs_volume.role_arn", "role", "volume role"],
      ["vpc_lattice_configurations.role_arn", "role", "lattice role"],
    ],
  },
  {
    terraform: "aws_ecs_express_gateway_service",
    cloudformation: "AWS::ECS::ExpressGatewayService",
    name: "service_name",
    uses: [
      ["task_role_arn", "role", "task role"],
      ["execution_role_arn", "role", "execution role"],
      ["infrastructure_role_arn", "role", "infrastructure role"],
    ],
  },
  {
    terraform: "aws_ecs_capacity_provider",
    cloudformation: "AWS::ECS::CapacityProvider",
    name: "name",
    uses: [
      ["managed_instances_provider.infrastructure_role_arn", "role", "infrastructure role"],
      [
        "managed_instances_provider.instance_launch_template.ec2_instance_profile_arn",
        "instance-profile",
        "instance profile",
      ],
    ],
  },
  {
    terraform: "aws_codebuild_project",
    cloudformation: "AWS::CodeBuild::Project",
    name: "name",
    uses: [
      ["service_role", "role", "service role"],
      ["resource_access_role", "role", "resource access role"],
      ["build_batch_config.service_role", "role", "batch service role"],
    ],
  },
  {
    terraform: "aws_codebuild_fleet",
    cloudformation: "AWS::CodeBuild::Fleet",
    name: "name",
    uses: [["fleet_service_role", "role", "service role"]],
  },
  {
    terraform: "aws_glue_job",
    cloudformation: "AWS::Glue::Job",
    name: "name",
    uses: [["role_arn", "role", "job role"]],
  },
  {
    terraform: "aws_sfn_state_machine",
    cloudformation: "AWS::StepFunctions::StateMachine",
    name: "name",
    uses: [["role_arn", "role", "execution role"]],
  },
];

const workloads: readonly ResourceType[] = rows.map(({ name, uses, ...row }) => ({
  ...row,
  contribute(resource, linking) {
    const tags = tagsOf(resource);
    const facts = {
      name: attribute(resource, name) ?? literalText(resource.change.name),
      tags,
      ...linking.world.accountFacts(resource),
    };
    const subject = linking.graph.subject(resource.change, "aws", facts);
    const runsAs = uses.flatMap((use) => usesOf(resource, use, linking));
    linking.graph.addWorkload({ ...subject, kind: "workload", runsAs });
  },
}));

function usesOf(resource: Resource, [path, by, use]: Use, linking: Linking): Workload["runsAs"] {
  return leaves(resource.values, path.split("."))
    .filter(isSet)
    .flatMap((tree) => {
      const text = textOf(tree);
      if (text === undefined || text.length === 0) return [];
      const identity =
        by === "role" ? linking.identity(text, "role", resource) : roleOfProfile(text, resource, linking);
      return [{ text, use, at: tree.at, ...(identity !== undefined && { identity }) }];
    });
}

/** All values under a path, through every element of the lists on the way. */
function leaves(tree: Tree, path: readonly string[]): readonly Tree[] {
  const [key, ...rest] = path;
  if (key === undefined) return [tree];
  return elements(tree).flatMap((item) => leaves(field(item, key), rest));
}

/** An instance profile hands a role on. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
function roleOfProfile(text: Text, resource: Resource, linking: Linking): string | undefined {
  const link = linking.world.link(text, ["instance-profile"], resource);
  if (link.kind !== "thing") return undefined;
  const profile = link.thing.resource;
  const role = attribute(profile, "role") ?? attribute(profile, "role_name");
  return role === undefined ? undefined : linking.identity(role, "role", profile);
}

export default workloads;
