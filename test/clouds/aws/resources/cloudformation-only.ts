const processor = (destination: string) =>
  `${destination}DestinationConfiguration.ProcessingConfiguration.Processors[].Parameters[].ParameterValue`;

const destinations = [
  "AmazonOpenSearchServerless",
  "Amazonopensearchservice",
  "Elasticsearch",
  "ExtendedS3",
  "HttpEndpoint",
  "Iceberg",
  "Redshift",
  "Snowflake",
  "Splunk",
];

/** Properties that nothing here runs as, and why. */
export const noRoles: Readonly<Record<string, readonly string[]>> = {
  // Stands under names that the author makes up.
  "AWS::AppConfig::Extension": ["Actions{}[].RoleArn"],
  // Names an instance profile that only CloudFormation has: not read yet.
  "AWS::Batch::ComputeEnvironment": [
    "ComputeResources.ManagedInstancesProvider.InstanceLaunchTemplate.Ec2InstanceProfileArn",
  ],
  // Gets a policy once the budget is spent.
  "AWS::Budgets::BudgetsAction": ["Definition.IamActionDefinition.Roles[]"],
  // Are roles of the repository's host.
  "AWS::CodeBuild::Project": ["Triggers.PullRequestBuildPolicy.ApproverRoles[]"],
  // Is MASTER, CORE or TASK.
  "AWS::EMR::Cluster": ["PlacementGroupConfigs[].InstanceRole"],
  // Is the value of a pair, which may name a role or not.
  "AWS::KinesisFirehose::DeliveryStream": destinations.map(processor),
  // Is who administers the domain from inside, and a role of the domain's own.
  "AWS::OpenSearchService::Domain": [
    "AdvancedSecurityOptions.MasterUserOptions.MasterUserARN",
    "AdvancedSecurityOptions.SAMLOptions.MasterBackendRole",
  ],
};

/** Properties that the table takes for roles and that name instance profiles. */
export const profiles: ReadonlySet<string> = new Set([
  "AWS::Batch::ComputeEnvironment ComputeResources.InstanceRole",
  "AWS::EMR::Cluster JobFlowRole",
]);
