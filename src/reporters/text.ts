import type { Report } from "#model/report.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { showGroup } from "./text/finding.ts";
import { grouped } from "./text/groups.ts";
import { showHeader } from "./text/header.ts";
import { showNotices } from "./text/notices.ts";
import { count, painter } from "./text/paint.ts";
import { isShown, type Sections, sectionsOf } from "./text/sections.ts";
import { showUndecided } from "./text/undecided.ts";
import { showIdentityChanges, showVerdict } from "./text/verdict.ts";

/** For people: what blocks first, then the rest, the verdict last. */
export const text: Reporter = { id: "text", render };

function render(report: Report, options: ReporterOptions): string {
  const paint = painter(options.color);
  const all = sectionsOf(report.findings);
  const shown = sectionsOf(report.findings.filter((one) => isShown(one, options.minSeverity)));
  const findings = [...grouped(shown.blocking), ...grouped(shown.warnings)].map((group) => showGroup(group, paint));
  const blocks = [...findings, showUndecided(shown.undecided, paint)];
  const around = options.quiet
    ? []
    : [
        existing(all),
        hidden(all, shown),
        untraced(report),
        showNotices(report.notices, paint),
        showIdentityChanges(report),
      ];
  const parts = [
    options.quiet ? [] : showHeader(report, paint),
    ...blocks,
    ...around,
    [showVerdict(report, all, paint)],
  ];
  return `${joined(parts.filter((lines) => lines.length > 0))}\n`;
}

/** Parts with an empty line between them; a clean run of a header and a verdict stays together. */
function joined(parts: readonly (readonly string[])[]): string {
  return parts.map((lines) => lines.join("\n")).join(parts.length > 2 ? "\n\n" : "\n");
}

function existing({ existing }: Sections): readonly string[] {
  if (existing.length === 0) return [];
  const were = existing.length === 1 ? "was there before and is" : "were there before and are";
  return [
    `   ${count(existing.length, "finding")} ${were} not touched by this change: --gate all lets ${existing.length === 1 ? "it" : "them"} block`,
  ];
}

/** How to get lines of the author's program where the app kept none. */
function untraced({ findings }: Report): readonly string[] {
  const some = findings.some(({ evidence }) => evidence.some(({ location }) => location.origin?.madeBy === "untraced"));
  return some ? ["   the app kept no lines of its program: cdk synth --debug keeps them"] : [];
}

function hidden(all: Sections, shown: Sections): readonly string[] {
  const number = all.warnings.length + all.undecided.length - shown.warnings.length - shown.undecided.length;
  return number === 0
    ? []
    : [`   ${count(number, "finding")} below --min-severity ${number === 1 ? "is" : "are"} not shown`];
}
