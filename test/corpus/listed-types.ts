import { readFileSync } from "node:fs";

/** What the list beside the code says about a type, for one of its kinds. */
export interface Listed {
  readonly provider: string;
  readonly kind: string;
  /** Dotted paths of the attributes that say it. */
  readonly attributes: readonly string[];
}

/** Every type of the list, with what it says for each of its kinds. */
export const listedTypes: ReadonlyMap<string, readonly Listed[]> = read();

function read(): ReadonlyMap<string, readonly Listed[]> {
  const types = new Map<string, Listed[]>();
  const table = readFileSync(new URL("../../data/terraform-identity-types.tsv", import.meta.url), "utf8");
  for (const line of table.trim().split("\n").slice(1)) {
    const [provider = "", type = "", kind = "", attributes = ""] = line.split("\t");
    types.set(type, [...(types.get(type) ?? []), { provider, kind, attributes: attributes.split(",") }]);
  }
  return types;
}

/** Types that are judged by now: all of IAM, and of other services the policies of resources and what runs as a role. */
const judged = new RegExp(
  [
    "^aws_iam_",
    "^aws_s3_bucket(_policy|_public_access_block)?$",
    "^aws_kms_(key|external_key|replica_key|replica_external_key|key_policy)$",
    "^aws_sqs_queue(_policy)?$",
    "^aws_sns_topic(_policy)?$",
    "^aws_lambda_(permission|function)$",
    "^aws_secretsmanager_secret(_policy)?$",
    "^aws_ecr(public)?_(registry_policy|repository_policy|repository_creation_template)$",
    "^aws_(instance|launch_configuration|launch_template|spot_instance_request|spot_fleet_request)$",
    "^aws_ecs_(task_definition|service|capacity_provider|express_gateway_service)$",
    "^aws_codebuild_(project|fleet)$",
    "^aws_sfn_state_machine$",
  ].join("|"),
);

export function isJudged(type: string): boolean {
  return judged.test(type);
}

/** What runs as a role is judged for these alone: a bucket or a topic that uses one is not read for it. */
export function isWorkload(type: string): boolean {
  return /^aws_(lambda_function|instance|launch_|spot_|ecs_|codebuild_|sfn_)/.test(type);
}
