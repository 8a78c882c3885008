import { stripVTControlCharacters } from "node:util";
import { fromConfiguration, fromPlanFile, fromPulumi } from "../input/commands.ts";
import type { Refusal } from "./refusal.ts";

interface KnownText extends Refusal {
  /** Any of these. */
  readonly patterns: readonly RegExp[];
}

/** Documents that are not JSON, by how they begin. The first that fits is the answer. */
const known: readonly KnownText[] = [
  {
    code: "html",
    says: "is a web page or other markup, perhaps a login page that was saved in place of a file",
    hint: `Give the plan: ${fromPlanFile}`,
    patterns: [/^<(?:!doctype|html|\?xml|head|body)/i],
  },
  {
    code: "cloudformation-template",
    says: "looks like a part of a CloudFormation template: it has no Resources",
    hint: "Give the template that is deployed.",
    patterns: [/^Transform:/m],
  },
  {
    code: "pulumi-text",
    says: "is what Pulumi prints for people",
    hint: `Print it as JSON: ${fromPulumi}`,
    patterns: [
      /^(?:Previewing|Updating|Destroying|Refreshing)(?: \w+)? \([^)\n]*\):?\r?$/m,
      /^Resources:[ \t]*\r?\n +[+~-]* ?\d+ /m,
    ],
  },
  {
    code: "terraform-error",
    says: "is an error message of Terraform or OpenTofu",
    hint: `Mend what it says, then: ${fromConfiguration}`,
    patterns: [/^(?:╷\n)?(?:│ )?Error: \S/],
  },
  {
    code: "terraform-text",
    says: "is what terraform plan or terraform show prints for people",
    hint: `Print it as JSON: ${fromPlanFile}`,
    patterns: [
      /(?:Terraform|OpenTofu) (?:used the selected|will perform|detected|planned|has compared)/,
      /^(?:No changes\.|Plan: \d|╷|Refreshing state)/m,
      /: Refreshing state\.\.\./,
      /^ *# \w+\.[\w.[\]"-]+(?: (?:will|must) be |:$)/m,
    ],
  },
  {
    code: "terraform-configuration",
    says: "is a Terraform configuration, not a plan of it",
    hint: `Plan it: ${fromConfiguration}`,
    patterns: [
      /^(?:resource|data|module|provider|variable|output) +"?[\w-]+"?(?: +"?[\w-]+"?)? *\{|^(?:terraform|locals) *\{/m,
    ],
  },
  {
    code: "yaml",
    says: "looks like YAML",
    hint: "This version reads Terraform and OpenTofu plans as JSON, CloudFormation templates, and previews of Pulumi.",
    patterns: [/^(?:---\s*$|%YAML|[A-Za-z_][\w.-]*:(?: |$))/m],
  },
];

/** The answer where nothing is known about a text. */
export const unknownText: Refusal = {
  code: "not-json",
  says: "is not JSON",
  hint: `Give the plan: ${fromPlanFile}`,
};

/** What a text is that is not JSON; `head` is its beginning. */
export function refusalByText(head: string): Refusal {
  const text = stripVTControlCharacters(head).trimStart();
  const found = known.find((one) => one.patterns.some((pattern) => pattern.test(text)));
  return found ?? unknownText;
}
