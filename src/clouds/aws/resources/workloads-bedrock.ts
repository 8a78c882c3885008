import { workloads } from "./workload.ts";

/** Bedrock and its agents. */
export default workloads([
  { terraform: "aws_bedrock_custom_model", name: "custom_model_name", roles: { role_arn: "training role" } },
  {
    terraform: "aws_bedrock_model_invocation_logging_configuration",
    name: "id",
    roles: { "logging_config.cloudwatch_config.role_arn": "logging role" },
    untaggable: true,
  },
  {
    terraform: "aws_bedrockagent_agent",
    cloudformation: "AWS::Bedrock::Agent",
    name: "agent_name",
    roles: { agent_resource_role_arn: "agent role" },
    computes: true,
  },
  {
    terraform: "aws_bedrockagent_flow",
    cloudformation: "AWS::Bedrock::Flow",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    computes: true,
  },
  {
    terraform: "aws_bedrockagent_knowledge_base",
    cloudformation: "AWS::Bedrock::KnowledgeBase",
    name: "name",
    roles: { role_arn: "knowledge base role" },
  },
  {
    terraform: "aws_bedrockagentcore_agent_runtime",
    cloudformation: "AWS::BedrockAgentCore::Runtime",
    name: "agent_runtime_name",
    roles: { role_arn: "agent role" },
    computes: true,
  },
  {
    terraform: "aws_bedrockagentcore_browser",
    cloudformation: "AWS::BedrockAgentCore::BrowserCustom",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    computes: true,
  },
  {
    terraform: "aws_bedrockagentcore_code_interpreter",
    cloudformation: "AWS::BedrockAgentCore::CodeInterpreterCustom",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    computes: true,
  },
  {
    terraform: "aws_bedrockagentcore_gateway",
    cloudformation: "AWS::BedrockAgentCore::Gateway",
    name: "name",
    roles: { role_arn: "gateway role" },
    computes: true,
  },
  {
    terraform: "aws_bedrockagentcore_memory_strategy",
    name: "name",
    roles: { memory_execution_role_arn: "execution role" },
    untaggable: true,
  },
  {
    terraform: "aws_bedrockagentcore_memory",
    cloudformation: "AWS::BedrockAgentCore::Memory",
    name: "name",
    roles: { memory_execution_role_arn: "execution role" },
  },
]);
