import type { SourceLocation } from "#model/location.ts";
import type { Report } from "#model/report.ts";

/** Documents as URIs: relative, and of nothing that tells about the machine. */
export class Uris {
  /** The first input: where a result stands that has no place of its own. */
  readonly first: string;
  readonly #byDocument: ReadonlyMap<string, string>;

  constructor({ inputs, findings, notices }: Report) {
    this.first = inputs[0]?.path ?? "-";
    const documents = new Set([
      ...inputs.map((one) => one.path),
      ...findings.flatMap((one) => one.evidence.flatMap(({ location }) => documentsOf(location))),
      ...notices.map(({ location }) => location.document),
    ]);
    this.#byDocument = distinct([...documents].map((document) => [document, stepsOf(document)]));
  }

  of(document: string): string {
    return this.#byDocument.get(document) ?? uriOf(stepsOf(document).slice(-1));
  }
}

/** The document, and the file of the author's program where it may be shown. */
function documentsOf({ document, origin }: SourceLocation): readonly string[] {
  const { file } = origin ?? {};
  return file !== undefined && isInside(file) ? [document, file] : [document];
}

interface Steps extends ReadonlyArray<string> {}

/** A path inside of the working folder as it is; of any other only as much of its end as tells it from the others. */
function distinct(documents: readonly (readonly [document: string, steps: Steps])[]): ReadonlyMap<string, string> {
  const inside = documents
    .filter(([document]) => isInside(document))
    .map(([document, steps]) => [document, uriOf(steps)] as const);
  const taken = new Set(inside.map(([, uri]) => uri));
  const uris = new Map(inside);
  for (const [document, steps] of documents) {
    if (uris.has(document)) continue;
    const lengths = steps.map((_, i) => i + 1);
    const length = lengths.find((one) => !taken.has(uriOf(steps.slice(-one)))) ?? steps.length;
    const uri = uriOf(steps.slice(-length));
    taken.add(uri);
    uris.set(document, uri);
  }
  return uris;
}

/** Whether a path lies in the working folder. */
export function isInside(document: string): boolean {
  return !/^(?:[A-Za-z]:)?[/\\]/.test(document) && !normalized(document).includes("..");
}

/** The names in a path, without what is no name. An input that has none goes by what it is. */
function stepsOf(document: string): Steps {
  if (document === "-") return ["stdin"];
  const steps = normalized(document).filter((step) => step !== ".." && !/^[A-Za-z]:$/.test(step));
  return steps.length === 0 ? ["input"] : steps;
}

function normalized(document: string): Steps {
  const steps: string[] = [];
  for (const step of document.split(/[/\\]/)) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps;
}

/** A relative reference of RFC 3986. Halves of surrogate pairs, which no URI can hold, are replaced. */
function uriOf(steps: Steps): string {
  return steps.map((step) => encodeURIComponent(step.toWellFormed())).join("/");
}
