/**
 * Roles that consoles and tools of AWS make once an account, for everybody who needs one, and what those who have them may do: `much` where the policies that
 * AWS attaches reach data of the whole account, `little` where they only let a service do its work. Roles that serve one service and nothing else
 * (backups, monitoring) are not listed: nobody shares them. Names as of 2026-09; the source of each stands before it.
 */
export const defaultRoles: ReadonlyMap<string, "much" | "little"> = new Map([
  // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-roles.html
  ["EMR_DefaultRole", "much"],
  ["EMR_EC2_DefaultRole", "much"],
  // https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-iam-roles.html
  ["DataPipelineDefaultRole", "much"],
  ["DataPipelineDefaultResourceRole", "much"],
  // https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html
  ["aws-elasticbeanstalk-ec2-role", "much"],
  ["aws-elasticbeanstalk-service-role", "much"],
  // https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html
  ["AWSGlueServiceRoleDefault", "much"],
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
  ["ecsInstanceRole", "little"],
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
  ["ecsTaskExecutionRole", "little"],
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/quick-setup-host-management.html
  ["AmazonSSMRoleForInstancesQuickSetup", "little"],
  // https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
  ["lambda_basic_execution", "little"],
]);
