import type { Report } from "#model/report.ts";
import { inertJson } from "./inert-json.ts";
import type { Reporter } from "./reporter.ts";

/** The report as it is published: `schema/report.json` describes it. Everything is in it, whatever is shown elsewhere. */
export const json: Reporter = {
  id: "json",
  render: (report) => inertJson(inOrder(report)),
};

/** The keys of the top level in their published order, whoever made the report. */
function inOrder(report: Report): Report {
  const { schemaVersion, tool, today, inputs, summary, findings, rules, identities, notices } = report;
  return { schemaVersion, tool, today, inputs, summary, findings, rules, identities, notices };
}
