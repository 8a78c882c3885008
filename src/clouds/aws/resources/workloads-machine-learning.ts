import { workloads } from "./workload.ts";

/** What learns and recognizes. */
export default workloads([
  {
    terraform: "aws_comprehend_document_classifier",
    cloudformation: "AWS::Comprehend::DocumentClassifier",
    name: "name",
    roles: { data_access_role_arn: "data access role" },
    inCloudFormation: { name: "DocumentClassifierName" },
  },
  {
    terraform: "aws_comprehend_entity_recognizer",
    cloudformation: "AWS::Comprehend::EntityRecognizer",
    name: "name",
    roles: { data_access_role_arn: "data access role" },
    inCloudFormation: { name: "EntityRecognizerName" },
  },
  {
    terraform: "aws_lex_bot_alias",
    name: "name",
    roles: { "conversation_logs.iam_role_arn": "logging role" },
    untaggable: true,
  },
  {
    terraform: "aws_lexv2models_bot",
    cloudformation: "AWS::Lex::Bot",
    name: "name",
    roles: { role_arn: "bot role" },
    computes: true,
  },
  {
    terraform: "aws_rekognition_stream_processor",
    cloudformation: "AWS::Rekognition::StreamProcessor",
    name: "name",
    roles: { role_arn: "processor role" },
    computes: true,
  },
  {
    terraform: "aws_transcribe_language_model",
    name: "model_name",
    roles: { "input_data_config.data_access_role_arn": "data access role" },
  },
]);
