/** A place in the author's code, as a trace has it. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  /** From 1; absent where the trace has lost it. */
  readonly column?: number;
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

/**
 * A frame without a name, such as one at the outermost level of a module. The library that writes the trace takes a part of its path for the name, and for a
 * column one digit or none: `file:///app/app.ts:8 (:)`, `file:///app/app.ts:8: (file:///app/app.ts:8:1)`.
 */
const nameless = /^(?:at )?(?<path>[^()]*[^():\d\s][^()]*?):(?<line>\d+)(?: \(:\)|: \(\k<path>:\k<line>:\d\))$/;

/** No path is longer, and what is must not keep us. */
const longest = 5000;

/** Parts of Node.js, which go by `node:events`, and before version 15 by `events.js` and `internal/timers.js`; and files of no file system. */
const ofNode = /^(?:node:|internal\/|\w+\.js$|[\w-]{2,}:\/\/)/;

/** The innermost frame of a trace that is the author's own; undefined when it has none, as of what a library makes by itself. */
export function ownFrame(trace: readonly string[]): Frame | undefined {
  const frames = trace.flatMap((line) => parsed(line) ?? []);
  const hosts = new Set(frames.flatMap(({ name, file }) => (runtime.test(name) ? [file] : [])));
  const own = frames.find(({ file }) => !hosts.has(file) && !ofOthers.some((one) => one.test(file)));
  if (own === undefined) return undefined;
  const { file, line, column } = own;
  return { file, line, ...(column !== undefined && { column }) };
}

function parsed(text: string): (Frame & { readonly name: string }) | undefined {
  if (text.length > longest) return undefined;
  const call = text.trim();
  const { name = "", path, line, column } = (nameless.exec(call) ?? shape.exec(call))?.groups ?? {};
  if (path === undefined || call.startsWith("...")) return undefined;
  const file = path.startsWith("file://") ? pathOf(path) : path;
  return ofNode.test(file)
    ? undefined
    : { name, file, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
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
