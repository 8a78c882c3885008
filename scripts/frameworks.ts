import { readFileSync } from "node:fs";
import type { Rule } from "#rules/rule.ts";

/** A published framework, and the controls of it that a rule has something to say about. */
export interface Framework {
  /** As reports name it: `cis-aws-7.0`. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly controls: readonly Control[];
}

interface Control {
  readonly id: string;
  /** What it is about, in words of our own. */
  readonly title: string;
  readonly rules: readonly string[];
}

/** Reads `data/frameworks.tsv` and `data/framework-controls.tsv`, in their order. */
export function readFrameworks(): readonly Framework[] {
  const controls = Map.groupBy(rowsOf("framework-controls.tsv", 4), ([framework]) => framework);
  const frameworks = rowsOf("frameworks.tsv", 4).map(([id, name, version, source]) => ({
    id,
    name,
    version,
    source,
    controls: (controls.get(id) ?? []).map(([, control, title, rules]) => ({
      id: control,
      title,
      rules: rules.split(" "),
    })),
  }));
  const strange = [...controls.keys()].find((id) => !frameworks.some((one) => one.id === id));
  if (strange !== undefined) throw new Error(`data/framework-controls.tsv names the framework ${strange}`);
  return frameworks;
}

type Row = readonly [string, string, string, string];

function rowsOf(file: string, width: number): readonly Row[] {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8").replaceAll("\r\n", "\n");
  const lines = text.trimEnd().split("\n").slice(1);
  return lines.map((line, i) => {
    const cells = line.split("\t");
    if (cells.length !== width || cells.includes(""))
      throw new Error(`data/${file}:${i + 2}: ${width} cells, none empty`);
    return cells as unknown as Row;
  });
}

/** The controls of each rule as a module: findings, `explain` and the pages of rules show them. */
export function generateFrameworks(frameworks: readonly Framework[]): string {
  const rules = [...new Set(frameworks.flatMap(({ controls }) => controls.flatMap((one) => one.rules)))].sort();
  const entries = rules.map((rule) => `  [${JSON.stringify(rule)}, ${JSON.stringify(controlsOf(rule, frameworks))}],`);
  return `// Made from data/frameworks.tsv and data/framework-controls.tsv by \`npm run generate\`. Do not edit.

/** The controls of published frameworks that a rule has something to say about, by rule and framework. */
export const frameworks: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> = new Map<
  string,
  Readonly<Record<string, readonly string[]>>
>([
${entries.join("\n")}
]);
`;
}

function controlsOf(rule: string, frameworks: readonly Framework[]): Rule["frameworks"] {
  const found = frameworks.map(
    ({ id, controls }) => [id, controls.filter(({ rules }) => rules.includes(rule)).map((one) => one.id)] as const,
  );
  return Object.fromEntries(found.filter(([, ids]) => ids.length > 0));
}

/** The page that lists the controls, for those who begin at a framework. */
export function frameworksPage(frameworks: readonly Framework[], rules: readonly Pick<Rule, "id">[]): string {
  const known = new Set(rules.map(({ id }) => id));
  return `<!-- Made by \`npm run generate\` from data/frameworks.tsv and data/framework-controls.tsv. Do not edit. -->

# Frameworks

Which rules have something to say about which control of a published framework. A finding is evidence, and so is its absence, as far as a plan tells: neither
says that a control is met. What the controls say is in the frameworks themselves; the words here are ours.

${frameworks.flatMap((one) => section(one, known)).join("\n\n")}
`;
}

function section({ id, name, version, source, controls }: Framework, known: ReadonlySet<string>): readonly string[] {
  const rows = controls.flatMap((control) => {
    const links = control.rules.filter((rule) => known.has(rule)).map((rule) => `[${rule}](rules/${rule}.md)`);
    return links.length === 0 ? [] : [`| ${control.id} | ${control.title} | ${links.join(", ")} |`];
  });
  if (rows.length === 0) return [];
  const head = ["| control | about | rules |", "|---|---|---|"];
  return [`## ${name} (${version})`, `In reports: \`${id}\`. [Source](${source})`, [...head, ...rows].join("\n")];
}
