/**
 * What CloudFormation calls the tags of a type where it does not call them Tags (`tagging.tagProperty` of its registry, as aws-cdk-lib 2.276.0
 * has it). https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
 */
export const tagProperties: ReadonlyMap<string, string> = new Map([
  ["AWS::Backup::BackupPlan", "BackupPlanTags"],
  ["AWS::Backup::BackupVault", "BackupVaultTags"],
  ["AWS::Budgets::BudgetsAction", "ResourceTags"],
  ["AWS::Cognito::IdentityPool", "IdentityPoolTags"],
  ["AWS::Cognito::UserPool", "UserPoolTags"],
  ["AWS::EFS::FileSystem", "FileSystemTags"],
  ["AWS::Lex::Bot", "BotTags"],
]);
