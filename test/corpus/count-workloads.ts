import { isRecord } from "#model/json-tree.ts";
import { listedWorkloads } from "../clouds/aws/resources/workload-rows.ts";
import type { RawResource } from "./raw-plan.ts";
import type { Count } from "./raw-values.ts";

/** What computes is a workload whether it runs as a role or not. */
const computing = new RegExp(
  [
    "^aws_(lambda_function|instance|launch_|spot_|ecs_|codebuild_|sfn_|codepipeline$|pipes_pipe)",
    "^aws_(amplify_app|apprunner_service|batch_job_definition|elastic_beanstalk_environment|synthetics_canary)$",
    "^aws_eks_(cluster|fargate_profile|node_group)$",
    "^aws_(emr_cluster|mwaa_environment|glue_(job|crawler|dev_endpoint)|grafana_workspace|finspace_kx_cluster)$",
    "^aws_(kinesis_analytics_application|kinesisanalyticsv2_application|mskconnect_connector)$",
    "^aws_bedrockagent_(agent|flow)$",
    "^aws_bedrockagentcore_(agent_runtime|browser|code_interpreter|gateway)$",
    "^aws_(lexv2models_bot|rekognition_stream_processor)$",
    "^aws_sagemaker_(domain|user_profile|mlflow_tracking_server|model|notebook_instance|pipeline)$",
  ].join("|"),
);

const rows = new Map(listedWorkloads.map((one) => [one.type, one]));

/** One where the resource computes, or hands a role to a service; undefined where a role stands in what is not counted here. */
export function countWorkload({ type, values, unknown }: RawResource): Count {
  if (computing.test(type)) return 1;
  const row = rows.get(type);
  const paths = [...(row?.roles ?? []), ...(row?.profiles ?? [])].map((path) => path.split("."));
  if (paths.length === 0 || unknown === undefined) return undefined;
  if (paths.some((path) => isAt(values, path, (value) => typeof value === "string" && value !== ""))) return 1;
  return paths.some((path) => isAt(unknown, path, (value) => value === true)) ? undefined : 0;
}

/** Whether something at a path, or on the way to it, is as asked. */
function isAt(value: unknown, path: readonly string[], is: (value: unknown) => boolean): boolean {
  if (is(value)) return true;
  if (Array.isArray(value)) return value.some((one) => isAt(one, path, is));
  const [step, ...rest] = path;
  return step !== undefined && isRecord(value) && isAt(value[step], rest, is);
}
