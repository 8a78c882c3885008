// Made from the files in this folder by `npm run generate`. Do not edit.
import agentIdentity from "./agent-identity.ts";
import analysts from "./analysts.ts";
import apiMethods from "./api-methods.ts";
import cedar from "./cedar.ts";
import clusterAccess from "./cluster-access.ts";
import devices from "./devices.ts";
import directoryPeople from "./directory-people.ts";
import eventPermission from "./event-permission.ts";
import functionUrl from "./function-url.ts";
import handedRoles from "./handed-roles.ts";
import iamAttachedInlinePolicy from "./iam-attached-inline-policy.ts";
import iamAttachments from "./iam-attachments.ts";
import iamCredentials from "./iam-credentials.ts";
import iamExclusiveAttachments from "./iam-exclusive-attachments.ts";
import iamGroupMembership from "./iam-group-membership.ts";
import iamGroup from "./iam-group.ts";
import iamInlinePolicies from "./iam-inline-policies.ts";
import iamNamed from "./iam-named.ts";
import iamPolicyAttachment from "./iam-policy-attachment.ts";
import iamPolicy from "./iam-policy.ts";
import iamRole from "./iam-role.ts";
import iamServiceLinkedRole from "./iam-service-linked-role.ts";
import iamUser from "./iam-user.ts";
import identityPool from "./identity-pool.ts";
import lambdaPermission from "./lambda-permission.ts";
import networkPolicies from "./network-policies.ts";
import organizations from "./organizations.ts";
import passwordPolicy from "./password-policy.ts";
import permissionSets from "./permission-sets.ts";
import policiesOfMessaging from "./policies-of-messaging.ts";
import policiesOfServices from "./policies-of-services.ts";
import policiesOfStorage from "./policies-of-storage.ts";
import policiesOfTemplates from "./policies-of-templates.ts";
import resourcePolicies from "./resource-policies.ts";
import s3Acl from "./s3-acl.ts";
import s3PublicAccessBlock from "./s3-public-access-block.ts";
import saidNothing from "./said-nothing.ts";
import searchCollections from "./search-collections.ts";
import serviceCredentials from "./service-credentials.ts";
import sharedByTemplates from "./shared-by-templates.ts";
import sharedData from "./shared-data.ts";
import sharedServices from "./shared-services.ts";
import stacks from "./stacks.ts";
import workloadsAnalytics from "./workloads-analytics.ts";
import workloadsApis from "./workloads-apis.ts";
import workloadsAssistants from "./workloads-assistants.ts";
import workloadsBedrock from "./workloads-bedrock.ts";
import workloadsCompute from "./workloads-compute.ts";
import workloadsContainers from "./workloads-containers.ts";
import workloadsData from "./workloads-data.ts";
import workloadsDatabases from "./workloads-databases.ts";
import workloadsDelivery from "./workloads-delivery.ts";
import workloadsFirehose from "./workloads-firehose.ts";
import workloadsGlue from "./workloads-glue.ts";
import workloadsImages from "./workloads-images.ts";
import workloadsIntegration from "./workloads-integration.ts";
import workloadsIot from "./workloads-iot.ts";
import workloadsLines from "./workloads-lines.ts";
import workloadsLogging from "./workloads-logging.ts";
import workloadsMachineLearning from "./workloads-machine-learning.ts";
import workloadsManaging from "./workloads-managing.ts";
import workloadsMedia from "./workloads-media.ts";
import workloadsMessaging from "./workloads-messaging.ts";
import workloadsOperations from "./workloads-operations.ts";
import workloadsSagemaker from "./workloads-sagemaker.ts";
import workloadsScaling from "./workloads-scaling.ts";
import workloadsSignIn from "./workloads-sign-in.ts";
import workloadsStorage from "./workloads-storage.ts";
import workloadsStreams from "./workloads-streams.ts";
import workloadsStudio from "./workloads-studio.ts";
import workloadsSystems from "./workloads-systems.ts";
import workloadsThings from "./workloads-things.ts";
import workloadsTransfer from "./workloads-transfer.ts";
import type { ResourceType } from "./resource-type.ts";

/** Every resource type that is understood. */
export const types: readonly ResourceType[] = [
  ...agentIdentity,
  ...analysts,
  ...apiMethods,
  ...cedar,
  ...clusterAccess,
  ...devices,
  ...directoryPeople,
  ...eventPermission,
  ...functionUrl,
  ...handedRoles,
  ...iamAttachedInlinePolicy,
  ...iamAttachments,
  ...iamCredentials,
  ...iamExclusiveAttachments,
  ...iamGroupMembership,
  ...iamGroup,
  ...iamInlinePolicies,
  ...iamNamed,
  ...iamPolicyAttachment,
  ...iamPolicy,
  ...iamRole,
  ...iamServiceLinkedRole,
  ...iamUser,
  ...identityPool,
  ...lambdaPermission,
  ...networkPolicies,
  ...organizations,
  ...passwordPolicy,
  ...permissionSets,
  ...policiesOfMessaging,
  ...policiesOfServices,
  ...policiesOfStorage,
  ...policiesOfTemplates,
  ...resourcePolicies,
  ...s3Acl,
  ...s3PublicAccessBlock,
  ...saidNothing,
  ...searchCollections,
  ...serviceCredentials,
  ...sharedByTemplates,
  ...sharedData,
  ...sharedServices,
  ...stacks,
  ...workloadsAnalytics,
  ...workloadsApis,
  ...workloadsAssistants,
  ...workloadsBedrock,
  ...workloadsCompute,
  ...workloadsContainers,
  ...workloadsData,
  ...workloadsDatabases,
  ...workloadsDelivery,
  ...workloadsFirehose,
  ...workloadsGlue,
  ...workloadsImages,
  ...workloadsIntegration,
  ...workloadsIot,
  ...workloadsLines,
  ...workloadsLogging,
  ...workloadsMachineLearning,
  ...workloadsManaging,
  ...workloadsMedia,
  ...workloadsMessaging,
  ...workloadsOperations,
  ...workloadsSagemaker,
  ...workloadsScaling,
  ...workloadsSignIn,
  ...workloadsStorage,
  ...workloadsStreams,
  ...workloadsStudio,
  ...workloadsSystems,
  ...workloadsThings,
  ...workloadsTransfer,
];
