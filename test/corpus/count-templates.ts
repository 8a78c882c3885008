const line =
  /^\s*["']?Type["']?\s*:\s*["']?AWS::(?:IAM::(?:Role|User|Group|ServiceLinkedRole)|SSO::PermissionSet|Organizations::Account|IdentityStore::(?:User|Group)|Cognito::UserPoolUser|BedrockAgentCore::WorkloadIdentity)["']?\s*,?\s*$/gm;

/** How many resources of a template are identities, by the lines that say so. */
export function identitiesWritten(text: string): number {
  return [...text.matchAll(line)].length;
}
