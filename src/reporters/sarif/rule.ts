import type { ReportRule } from "#model/report.ts";
import { levels, scores } from "./level.ts";
import { sentence } from "./message.ts";

/** Ends the id under which the undecided findings of a rule go. */
export const undecided = "/undecided";

/** GitHub takes no longer description. */
const longest = 1024;

const mostTags = 20;

/** A rule as SARIF describes it; its help is what `rolecall explain` tells. */
export function descriptorOf(rule: ReportRule, isUndecided: boolean) {
  const { id, title, why } = rule;
  return {
    id: isUndecided ? `${id}${undecided}` : id,
    name: `${pascal(id)}${isUndecided ? "Undecided" : ""}`,
    shortDescription: { text: isUndecided ? `Undecided: ${sentence(title)}` : sentence(title) },
    fullDescription: { text: shortened(isUndecided ? `${notTold} ${why}` : why) },
    help: helpOf(rule, isUndecided),
    defaultConfiguration: { level: isUndecided ? "note" : levels[rule.severity] },
    properties: propertiesOf(rule, isUndecided),
  };
}

const notTold = "Whether this holds cannot be told before what it waits for is known.";

/** Undecided findings have no score: GitHub would show each as grave as a finding that surely is one. */
function propertiesOf({ severity, family, frameworks }: ReportRule, isUndecided: boolean) {
  const controls = Object.entries(frameworks).flatMap(([name, ids]) => ids.map((id) => `${name}/${id}`));
  const tags = [...new Set(["security", "identity", family.toLowerCase(), ...controls])].slice(0, mostTags);
  return isUndecided ? { tags, precision: "low" } : { tags, precision: "high", "security-severity": scores[severity] };
}

function helpOf({ id, title, why, fix, frameworks }: ReportRule, isUndecided: boolean) {
  const controls = Object.entries(frameworks).map(([name, ids]) => `${name} ${ids.join(", ")}`);
  const parts: readonly (readonly [heading: string, text: string])[] = [
    ...(isUndecided ? [["Undecided", notTold] as const] : []),
    ["Why", why],
    ["Fix", fix],
    ...(controls.length === 0 ? [] : [["Frameworks", controls.join("; ")] as const]),
    ["More", `rolecall explain ${id}`],
  ];
  return {
    text: [sentence(title), ...parts.map(([heading, text]) => `${heading}: ${text}`)].join("\n\n"),
    markdown: [
      `**${plain(sentence(title))}**`,
      ...parts.map(([heading, text]) => `## ${heading}\n\n${plain(text)}`),
    ].join("\n\n"),
  };
}

/** Markdown that shows a text as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&");
}

function pascal(id: string): string {
  return id.replace(/(?:^|-)([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
