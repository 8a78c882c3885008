/** Where something is written to: a stream of the process. */
export interface Sink {
  readonly isTTY: boolean;
  /** Rejects when it cannot be written, with the code of the system: `EPIPE`, `ENOSPC`. */
  write(text: string): Promise<void>;
}

export type FileKind = "file" | "folder" | "other" | "missing";

/** The file system, as far as the commands need it. Errors are those of the system, with their `code`. */
export interface Files {
  kind(path: string): Promise<FileKind>;
  /** Names in a folder, sorted. */
  list(folder: string): Promise<readonly string[]>;
  /** At most `most` bytes, where a number is given: a longer file is an error with the code `EFBIG`. */
  read(path: string, most?: number): Promise<Uint8Array>;
  /** All or nothing: whoever reads the file sees the old content or the new. */
  write(path: string, text: string): Promise<void>;
  /** The path that `to` means from the folder `from`, relative to the working folder, with `/`. Equal for equal files. */
  resolve(from: string, to: string): string;
  /** The path behind all symbolic links, with `/`; what begins with that of a folder is inside of it. */
  real(path: string): Promise<string>;
  /** The folder that something is in. */
  above(path: string): string;
}

/** Everything that a command may learn from the outside or do to it. */
export interface Io {
  readonly stdin: { readonly isTTY: boolean; read(): Promise<Uint8Array> };
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  /** Today's date, YYYY-MM-DD (UTC). */
  today(): string;
  /** Milliseconds since some moment, for `--stats` only. */
  now(): number;
}
