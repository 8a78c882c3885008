/** Where something stands: a document, a JSON pointer into it (RFC 6901) and the address of the resource it belongs to. Lines of source files are looked up later. */
export interface SourceLocation {
  /** The document as the user named it: a path, or `-` for standard input. */
  readonly document: string;
  /** JSON pointer into the document; inside a JSON text, `#` separates the outer pointer from the inner one. */
  readonly pointer: string;
  /** Address of the resource, e.g. `module.a["x"].aws_iam_role.ci`. */
  readonly address?: string;
  /** Line and column in the document, from 1, columns in UTF-16 code units: looked up only for formats that show them. */
  readonly line?: number;
  readonly column?: number;
}

/** The location of a part of what stands at `at`. */
export function inside(at: SourceLocation, ...steps: readonly (string | number)[]): SourceLocation {
  let pointer = at.pointer;
  for (const step of steps) pointer += `/${escapeStep(step)}`;
  return { ...at, pointer };
}

/** The location of the document that is written as JSON text at `at`. */
export function insideText(at: SourceLocation): SourceLocation {
  return { ...at, pointer: `${at.pointer}#` };
}

function escapeStep(step: string | number): string {
  // Hardly any step has a character that needs it, and a document has very many steps.
  if (typeof step === "number" || !/[~/]/.test(step)) return String(step);
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
