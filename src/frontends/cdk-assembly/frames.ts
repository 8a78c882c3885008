/** A place in the author's code, as a trace has it. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Paths that are nobody's own program: what was installed, what Node.js is made of, and what runs apps in other languages. Newer libraries fold their own frames
 * into `...new Role2 in aws-cdk-lib...`.
 */
const ofOthers: readonly RegExp[] = [
  /[\\/]node_modules[\\/]/,
  /[\\/]\.yarn[\\/]/,
  /[\\/]\.pnp\.[cm]?js$/,
  /[\\/]jsii-kernel-/,
  /[\\/]site-packages[\\/]/,
];

/** Functions of the program that runs apps in other languages; other functions of its file are not the author's either. */
const runtime = /^(?:KernelHost|Kernel)\./;

/** `new App (file:///app/app.ts:39:15)`, also behind `at `, and without a name or parentheses. */
const shape = /^(?:at )?(?:(?<name>\S.*?) )?\(?(?<path>[^()]+):(?<line>\d+):(?<column>\d+)\)?$/;

/** A file of the author's has a whole path: parts of Node.js go by names such as `internal/main.js`. */
const whole = /^(?:[\\/]|\.{1,2}[\\/]|[A-Za-z]:[\\/])/;

/** The innermost frame of a trace that is the author's own; undefined when it has none, as of what a library makes by itself. */
export function ownFrame(trace: readonly string[]): Frame | undefined {
  const frames = trace.flatMap((line) => parsed(line) ?? []);
  const hosts = new Set(frames.flatMap(({ name, file }) => (runtime.test(name) ? [file] : [])));
  const own = frames.find(({ file }) => !hosts.has(file) && !ofOthers.some((one) => one.test(file)));
  return own === undefined ? undefined : { file: own.file, line: own.line, column: own.column };
}

function parsed(text: string): (Frame & { readonly name: string }) | undefined {
  const { name = "", path, line, column } = shape.exec(text.trim())?.groups ?? {};
  if (path === undefined || text.trim().startsWith("...")) return undefined;
  const file = path.startsWith("file://") ? pathOf(path) : path;
  return whole.test(file) ? { name, file, line: Number(line), column: Number(column) } : undefined;
}

/** The path of a `file:` URL; in one of Windows the drive stands behind a slash. */
function pathOf(url: string): string {
  const path = url.slice("file://".length).replace(/^\/(?=[A-Za-z]:)/, "");
  return path.replace(/(?:%[\dA-Fa-f]{2})+/g, decoded);
}

function decoded(escapes: string): string {
  const bytes = escapes
    .slice(1)
    .split("%")
    .map((two) => Number.parseInt(two, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
