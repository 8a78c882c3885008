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
  // Gets a policy once the budget is spent.
  "AWS::Budgets::BudgetsAction": ["Definition.IamActionDefinition.Roles[]"],
  // Are roles of the repository's host.
  "AWS::CodeBuild::Project": ["Triggers.PullRequestBuildPolicy.ApproverRoles[]"],
  // Are DMS's own.
  "AWS::DMS::MigrationProject": ["InstanceProfileArn", "InstanceProfileIdentifier", "InstanceProfileName"],
  // Is MASTER, CORE or TASK.
  "AWS::EMR::Cluster": ["PlacementGroupConfigs[].InstanceRole"],
  // Is the value of a pair, which may name a role or not: see cloudformation-shared-rows.ts.
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

/** Types with properties that name roles and are nobody who runs as one, and what they are. */
export const otherUsers: Readonly<Record<string, string>> = {
  "AWS::CodeGuruProfiler::ProfilingGroup": "says who may write to it",
  "AWS::Cognito::IdentityPoolRoleAttachment": "says whom the users of a pool become: see cloudformation-rows.ts",
  "AWS::DataPipeline::Pipeline": "has pairs: see cloudformation-rows.ts",
  "AWS::DMS::InstanceProfile": "tells where DMS runs, and is no profile of IAM",
  "AWS::ElasticBeanstalk::ConfigurationTemplate": "has pairs: see cloudformation-rows.ts",
  "AWS::IAM::InstanceProfile": "hands a role on",
  "AWS::IAM::ManagedPolicy": "is attached to roles",
  "AWS::IAM::Policy": "is attached to roles",
  "AWS::IAM::Role": "is a role",
  "AWS::IAM::RolePolicy": "is attached to a role",
  "AWS::LakeFormation::PrincipalPermissions": "says what a role may do",
  "AWS::Lambda::Permission": "says who may invoke",
  "AWS::Organizations::Account": "brings a role along",
  "AWS::Serverless::Function": "is no resource, and becomes several",
  "AWS::Serverless::GraphQLApi": "is no resource, and becomes several",
  "AWS::Serverless::StateMachine": "is no resource, and becomes several",
  "Alexa::ASK::Skill": "is an extension that is not AWS's, which a notice says",
  "Custom::AWSCDK-EKS-Cluster": "runs a program of its author, which a notice says",
  "Custom::AWSCDK-EKS-KubernetesResource": "runs a program of its author, which a notice says",
};
