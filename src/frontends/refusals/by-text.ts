import { fromConfiguration, fromPlanFile } from "../input/commands.ts";
import type { Refusal } from "./refusal.ts";

interface KnownText extends Refusal {
  readonly pattern: RegExp;
}

/** Documents that are not JSON, by how they begin. The first that fits is the answer. */
const known: readonly KnownText[] = [
  {
    code: "html",
    says: "is a web page or other markup, perhaps a login page that was saved in place of a file",
    hint: `Give the plan: ${fromPlanFile}`,
    pattern: /^<(?:!doctype|html|\?xml|head|body)/i,
  },
  {
    code: "terraform-text",
    says: "is what terraform plan or terraform show prints for people",
    hint: `Print it as JSON: ${fromPlanFile}`,
    pattern: /Terraform (?:used the selected|will perform|detected|planned|has compared)|OpenTofu (?:used the selected|will perform|detected|planned|has compared)|^No changes\.|^Plan: \d|^Refreshing state|: Refreshing state\.\.\.|^ *# [\w.[\]"-]+ (?:will|must) be |^# [\w.[\]"-]+:$|^Error: |^╷/m,
  },
  {
    code: "cloudformation-template",
    says: "is a CloudFormation template",
    hint: "This version reads Terraform and OpenTofu plans only.",
    pattern: /^(?:AWSTemplateFormatVersion|Resources|Transform):/m,
  },
  {
    code: "terraform-configuration",
    says: "is a Terraform configuration, not a plan of it",
    hint: `Plan it: ${fromConfiguration}`,
    pattern: /^(?:resource|data|module|provider|variable|output) "[^"\n]*"(?: "[^"\n]*")? *\{|^(?:terraform|locals) *\{/m,
  },
  {
    code: "yaml",
    says: "looks like YAML",
    hint: "This version reads Terraform and OpenTofu plans only, as JSON.",
    pattern: /^(?:---\s*$|%YAML|[A-Za-z_][\w.-]*:(?: |$))/m,
  },
];

/** What a text is that is not JSON; `head` is its beginning. */
export function refusalByText(head: string): Refusal {
  const text = withoutColours(head).trimStart();
  const found = known.find((one) => one.pattern.test(text));
  return found ?? { code: "not-json", says: "is not JSON", hint: `Give the plan: ${fromPlanFile}` };
}

function withoutColours(text: string): string {
  return text.replaceAll(/\u001b\[[\d;]*m/g, "");
}
