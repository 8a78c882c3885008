import { fromConfiguration, fromPlanFile, fromPulumi } from "../input/commands.ts";
import type { Refusal } from "./refusal.ts";

interface KnownObject extends Refusal {
  /** Whether an object with these keys is such a document. */
  readonly has: (key: (name: string) => boolean) => boolean;
}

/**
 * JSON documents that people hand over instead of a plan, by the keys of their outermost object. The first that fits is
 * the answer.
 */
const known: readonly KnownObject[] = [
  {
    code: "state-json",
    says: "is a Terraform state, which tells what is and not what will change",
    hint: `Give the plan: ${fromConfiguration}`,
    has: (key) => key("format_version") && key("values"),
  },
  {
    code: "raw-state",
    says: "is a state file of Terraform, not a plan",
    hint: `Give the plan: ${fromConfiguration}`,
    has: (key) => key("lineage") || (key("serial") && key("version")),
  },
  {
    code: "provider-schemas",
    says: "holds the schemas of providers, as terraform providers schema -json prints them, and no plan",
    hint: `Give the plan: ${fromConfiguration}`,
    has: (key) => key("provider_schemas"),
  },
  {
    code: "encrypted-plan",
    says: "is encrypted by OpenTofu",
    hint: "Print it where it can be decrypted: tofu show -json tfplan > plan.json && rolecall check plan.json",
    has: (key) => key("encrypted_data"),
  },
  {
    code: "cloudformation-template",
    says: "looks like a part of a CloudFormation template: nothing in its Resources has a Type",
    hint: "Give the template that is deployed: each of its resources has a Type such as AWS::IAM::Role.",
    has: (key) => key("AWSTemplateFormatVersion") || key("Resources") || key("Transform"),
  },
  {
    code: "cdk-manifest",
    says: "is the manifest of a CDK cloud assembly",
    hint: "Give the folder that it stands in: rolecall check cdk.out",
    has: (key) => key("artifacts") || (key("tree") && key("version")),
  },
  {
    code: "pulumi-summary",
    says: "is the summary that pulumi preview --output json prints, which holds no properties",
    hint: `Give the whole preview: ${fromPulumi}`,
    has: (key) => key("result") && key("summary") && key("resources"),
  },
  {
    code: "pulumi-grpc-log",
    says: "is a log of the calls between Pulumi and its plugins, and no preview",
    hint: `Give the preview: ${fromPulumi}`,
    has: (key) => key("method") && key("request"),
  },
  {
    code: "pulumi-preview",
    says: "looks like a preview of Pulumi, and has no steps",
    hint: `Preview anew: ${fromPulumi}`,
    has: (key) => key("changeSummary") || (key("steps") && key("config")),
  },
  {
    code: "policy-document",
    says: "is a policy document, not a plan with the resources that carry it",
    hint: `Give the plan: ${fromConfiguration}`,
    has: (key) => key("Statement"),
  },
  {
    code: "own-report",
    says: "is a report that rolecall itself wrote",
    hint: `Give the plan: ${fromConfiguration}`,
    has: (key) => key("schemaVersion") && key("tool") && key("findings"),
  },
  {
    code: "terraform-configuration",
    says: "is a Terraform configuration, not a plan of it",
    hint: `Plan it: ${fromConfiguration}`,
    has: (key) =>
      key("resource") || key("terraform") || key("root_module") || (key("configuration") && !key("planned_values")),
  },
  {
    code: "state-json",
    says: "is an empty Terraform state, or a plan without anything in it",
    hint: `Give the plan: ${fromConfiguration}`,
    has: (key) => key("format_version"),
  },
];

/** What an object with these keys is, when it is not what anybody reads. */
export function refusalByKeys(keys: ReadonlySet<string>): Refusal {
  const found = known.find((one) => one.has((name) => keys.has(name)));
  if (found !== undefined) return found;
  if (keys.size === 0)
    return { code: "empty-object", says: "holds an empty object", hint: `Give the plan: ${fromConfiguration}` };
  return {
    code: "not-a-plan",
    says: "is JSON, but not a Terraform plan: it has neither resource_changes nor planned_values",
    hint: `Make one with: ${fromPlanFile}`,
  };
}
