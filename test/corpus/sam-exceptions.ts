const sorted = "the stored output has the parts of Fn::GetAtt in the order of the alphabet: it names a resource Arn";

/** Outputs of the transform from which ours differ, with the reason. */
export const exceptions: ReadonlyMap<string, string> = new Map([
  ["api_with_security_definition_and_none_components", sorted],
  ["http_api_custom_iam_auth", sorted],
  [
    "state_machine_with_api_resource_policy",
    "the transform names no stage in a policy that an event of a state machine gives, but null, which CloudFormation refuses",
  ],
]);
