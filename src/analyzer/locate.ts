import type { Origin, SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import type { Report } from "#model/report.ts";

/** What is looked up of a place: its line and column, and what of a program made it. */
interface Looked {
  readonly line?: number;
  readonly column?: number;
  readonly origin?: Origin;
}

type Places = ReadonlyMap<string, Looked>;

/** Tells lines, columns and origins of JSON pointers into a document; nothing for one that is no input. */
export type PlacesIn = (document: string, pointers: ReadonlySet<string>) => Promise<Places>;

/** The report with a line and a column at each evidence and notice. What stands in a JSON text inside of a document is where that text begins. */
export async function withPlaces(report: Report, placesIn: PlacesIn): Promise<Report> {
  const wanted = new Map<string, Set<string>>();
  const evidence = report.findings.flatMap((one) => one.evidence);
  for (const { location } of [...evidence, ...report.notices.filter(isPlaced)]) {
    const pointers = wanted.get(location.document) ?? new Set();
    wanted.set(location.document, pointers.add(outer(location)));
  }
  const places = new Map<string, Places>();
  for (const [document, pointers] of wanted) places.set(document, await placesIn(document, pointers));
  const located = <One extends { readonly location: SourceLocation }>(one: One): One => ({
    ...one,
    location: placed(one.location, places),
  });
  return {
    ...report,
    findings: report.findings.map((one) => ({ ...one, evidence: one.evidence.map(located) })),
    notices: report.notices.map((one) => (isPlaced(one) ? located(one) : one)),
  };
}

/** Whether a notice is about a part of its document. */
function isPlaced({ location }: Notice): boolean {
  return location.pointer !== "";
}

function placed(location: SourceLocation, places: ReadonlyMap<string, Places>): SourceLocation {
  const place = places.get(location.document)?.get(outer(location));
  return place === undefined ? location : { ...location, ...place };
}

function outer({ pointer }: SourceLocation): string {
  const end = pointer.indexOf("#");
  return end < 0 ? pointer : pointer.slice(0, end);
}
