import type { Report } from "#model/report.ts";
import { inertJson } from "./inert-json.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { notificationOf } from "./sarif/notification.ts";
import { describeResults } from "./sarif/results.ts";
import { Uris } from "./sarif/uri.ts";
import { isShown } from "./text/sections.ts";

/**
 * SARIF 2.1.0, for code scanning and editors. What GitHub asks for decides where the standard leaves a choice.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export const sarif: Reporter = {
  id: "sarif",
  showsLines: true,
  render: (report, options) => inertJson({ $schema: schema, version: "2.1.0", runs: [runOf(report, options)] }),
};

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

function runOf(report: Report, options: ReporterOptions) {
  const uris = new Uris(report);
  const shown = report.findings.filter((one) => isShown(one, options.minSeverity));
  const { rules, results } = describeResults({ ...report, findings: shown }, uris);
  const { tool, summary, notices, inputs } = report;
  return {
    tool: { driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, rules } },
    invocations: [
      {
        executionSuccessful: summary.verdict !== "incomplete",
        exitCode: summary.exitCode,
        toolExecutionNotifications: notices.map((one) => notificationOf(one, uris)),
      },
    ],
    artifacts: [...new Set(inputs.map(({ path }) => uris.of(path)))].map((uri) => ({
      location: { uri },
      roles: ["analysisTarget"],
    })),
    columnKind: "utf16CodeUnits",
    results,
    properties: { today: report.today, summary },
  };
}
