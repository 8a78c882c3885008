import { type Uses, workloads } from "./workload.ts";

/** What users of a domain work as, below the settings of one or of all. */
const roles: Uses = {
  execution_role: "execution role",
  "canvas_app_settings.emr_serverless_settings.execution_role_arn": "EMR role",
  "canvas_app_settings.generative_ai_settings.amazon_bedrock_role_arn": "Bedrock role",
  "canvas_app_settings.model_register_settings.cross_account_model_register_role_arn": "model registration role",
  "canvas_app_settings.time_series_forecasting_settings.amazon_forecast_role_arn": "forecast role",
};

const roleLists: Uses = {
  "jupyter_lab_app_settings.emr_settings.assumable_role_arns": "EMR role",
  "jupyter_lab_app_settings.emr_settings.execution_role_arns": "EMR execution role",
};

function under(block: string, uses: Uses): Uses {
  return Object.fromEntries(Object.entries(uses).map(([path, use]) => [`${block}.${path}`, use]));
}

/** SageMaker Studio: its domains and their users. */
export default workloads([
  {
    terraform: "aws_sagemaker_domain",
    cloudformation: "AWS::SageMaker::Domain",
    name: "domain_name",
    roles: {
      ...under("default_user_settings", roles),
      "default_space_settings.execution_role": "execution role of spaces",
      "domain_settings.r_studio_server_pro_domain_settings.domain_execution_role_arn": "RStudio role",
    },
    roleLists: { ...under("default_user_settings", roleLists), ...under("default_space_settings", roleLists) },
    computes: true,
  },
  {
    terraform: "aws_sagemaker_user_profile",
    cloudformation: "AWS::SageMaker::UserProfile",
    name: "user_profile_name",
    roles: under("user_settings", roles),
    roleLists: under("user_settings", roleLists),
    computes: true,
  },
]);
