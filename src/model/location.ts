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
  /** What of a program made the resource, where the document was made by one: looked up together with lines. */
  readonly origin?: Origin;
}

/** Where a program made something: a construct of the CDK, or a resource of Pulumi, and the line of the author's own code that called for it. */
export interface Origin {
  /** Path of the construct in its app, e.g. `Prod/Roles/DeployRole/Resource`; of a resource of Pulumi its logical name behind those of its components. */
  readonly construct: string;
  /** Whose code called for it: the author's `program`, or a `library` alone as far as the trace goes; `untraced` when the app kept no trace. */
  readonly madeBy: "program" | "library" | "untraced";
  /** Of the author's code: relative to the working folder where it is inside of it, else as the trace has it. */
  readonly file?: string;
  /** From 1; columns in UTF-16 code units. */
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

/** The steps from one place to another one inside of it; none where it is not. */
export function stepsFrom({ pointer }: SourceLocation, to: SourceLocation): readonly string[] {
  if (!to.pointer.startsWith(`${pointer}/`)) return [];
  const steps = to.pointer.slice(pointer.length + 1).split("/");
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function escapeStep(step: string | number): string {
  // Hardly any step has a character that needs it, and a document has very many steps.
  if (typeof step === "number" || !/[~/]/.test(step)) return String(step);
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
