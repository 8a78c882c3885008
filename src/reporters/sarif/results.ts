import type { Finding } from "#model/finding.ts";
import type { Report, ReportRule } from "#model/report.ts";
import { locationOf } from "./location.ts";
import { resultOf } from "./result.ts";
import { descriptorOf, undecided } from "./rule.ts";
import type { Uris } from "./uri.ts";

/** GitHub keeps no more of one run. https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit */
const most = 5000;

/** The results of a report with the rules that they name: what blocks first, and no more than code scanning keeps. */
export function describeResults(report: Report, uris: Uris) {
  const findings = inOrder(report.findings.filter(isResult));
  const shown = findings.length > most ? findings.slice(0, most - 1) : findings;
  const rules = new Rules(report.rules);
  const seen = new Map<string, number>();
  const results: object[] = shown.map((finding) => {
    const { ruleId, ruleIndex } = rules.of(finding);
    const occurrence = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, occurrence);
    return resultOf(finding, { ruleId, ruleIndex, occurrence }, uris);
  });
  if (shown.length < findings.length) results.push(leftOut(findings.slice(shown.length), rules, uris));
  return { rules: rules.descriptors, results };
}

/** What the analyzer says about the undecided findings of a document is said by these themselves, unless it blocks. */
function isResult({ subject, blocks }: Finding): boolean {
  return subject.kind !== "document" || blocks;
}

/** What blocks, then what else counts, then what is undecided, then what somebody accepted; worst first in each. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => weight(a) - weight(b));
}

function weight({ blocks, suppressed, verdict }: Finding): number {
  if (blocks) return 0;
  if (suppressed !== null) return 3;
  return verdict === "undecided" ? 2 : 1;
}

/** The descriptors of rules, in the order in which results name them. */
class Rules {
  readonly descriptors: object[] = [];
  readonly #indices = new Map<string, number>();
  readonly #rules: ReadonlyMap<string, ReportRule>;

  constructor(rules: readonly ReportRule[]) {
    this.#rules = new Map(rules.map((one) => [one.id, one]));
  }

  of({ rule, verdict, family, severity, frameworks, fix, message }: Finding) {
    const isUndecided = verdict === "undecided";
    const ruleId = isUndecided ? `${rule}${undecided}` : rule;
    const known = this.#rules.get(rule) ?? { id: rule, family, severity, title: rule, why: message, fix, frameworks };
    return { ruleId, ruleIndex: this.index(ruleId, () => descriptorOf(known, isUndecided)) };
  }

  index(ruleId: string, describe: () => object): number {
    const found = this.#indices.get(ruleId);
    if (found !== undefined) return found;
    this.#indices.set(ruleId, this.descriptors.length);
    return this.descriptors.push(describe()) - 1;
  }
}

const leftOutRule = {
  id: "findings-left-out",
  name: "FindingsLeftOut",
  shortDescription: { text: "Every finding is in the report." },
  fullDescription: {
    text: `Code scanning keeps ${most} results of a run: the gravest are in the file, the others are counted.`,
  },
  help: {
    text: "Mend the findings that are shown, or judge the parts of the deployment apart. `--format json` has all findings.",
  },
  defaultConfiguration: { level: "note" },
};

/** One result in place of those for which there is no room. */
function leftOut(findings: readonly Finding[], rules: Rules, uris: Uris) {
  const counts = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, group]) => `${rule} ${group.length}`);
  return {
    ruleId: leftOutRule.id,
    ruleIndex: rules.index(leftOutRule.id, () => leftOutRule),
    level: "note",
    message: { text: `${findings.length} more findings are not in this file. By rule: ${counts.join(", ")}.` },
    locations: [locationOf({ document: uris.first, pointer: "" }, uris)],
    partialFingerprints: { primaryLocationLineHash: "findings-left-out:1" },
    suppressions: [],
  };
}
