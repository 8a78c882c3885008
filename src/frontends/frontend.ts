import type { Origin, SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import type { Dialect, Plan, ResourceChange } from "#model/plan.ts";
import type { Place } from "./json/place.ts";

/** An input as it came: its bytes, and the name that the user gave it (`-` for standard input). */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The id of its frontend, where another document tells what it is. */
  readonly format?: string;
  /** What is known of this input alone; it counts more than what is known of all. */
  readonly given?: Given;
  /** The files beside it that it names, by the names that it has for them. */
  readonly beside?: ReadonlyMap<string, Beside>;
  /** Set, and its bytes are empty, where another document names it and it cannot be read. */
  readonly unread?: Unread;
}

/** A file that a document names, or why it was not read. */
export type Beside = Input | { readonly problem: string };

/** Why something was not read, and the place that names it. */
export interface Unread {
  readonly problem: string;
  readonly location: SourceLocation;
}

/** The files beside a document, as far as what it names has to be read. Errors are those of the system, with their `code`. */
export interface Files {
  kind(path: string): Promise<"file" | "folder" | "other" | "missing">;
  /** At most `most` bytes, where a number is given. */
  read(path: string, most?: number): Promise<Uint8Array>;
  /** The path that `to` means from the folder `from`. */
  resolve(from: string, to: string): string;
  /** The path behind all symbolic links, with `/`; what begins with that of a folder and a `/` is inside of it. */
  real(path: string): Promise<string>;
}

/** What a frontend should do with a resource of a type: hand it on, or count it and let it go. */
export type Wants = (type: string, dialect: Dialect) => boolean;

/** What the host knows about a deployment, and a document may not tell. */
export interface Given {
  /** The account that is deployed to: twelve digits. */
  readonly account?: string;
  /** The region that is deployed to: `eu-west-1`. */
  readonly region?: string;
  /** The stack that a template becomes: its name, and what tells it from the other stacks of a run. */
  readonly stack?: { readonly name: string; readonly title: string };
  /** Tags of everything that is deployed. */
  readonly tags?: ReadonlyMap<string, string>;
  /** What was noticed on the way to the document. */
  readonly notices?: readonly Notice[];
  /** What is deployed now, for a document that does not tell; `none` where nothing is. */
  readonly earlier?: Input | "none";
  /** A file of what is handed in for the parameters of a template. */
  readonly parameters?: Input;
  /** What a program hands in for them, as far as it is known; a file of the user counts more. */
  readonly values?: ReadonlyMap<string, string | undefined>;
  /** Roles that who deploys it most likely has, and which are no part of the deployment. */
  readonly presumed?: readonly ResourceChange[];
  /** What of a program made what stands at JSON pointers into a document; asked only for what is shown. */
  readonly origins?: Origins;
}

/** Left out is what no construct made, or nobody can tell which. */
export type Origins = (input: Input, pointers: Iterable<string>) => Promise<ReadonlyMap<string, Origin>>;

/** Reads one format into a plan. It knows the format and nothing about access. */
export interface Frontend {
  /** Kebab-case: `terraform-plan`. */
  readonly id: string;
  /** Whether the bytes look like this format, by content; never by name. */
  recognizes(input: Input): boolean;
  /** @throws InputError (exit code 3) when the input cannot be judged, with the command that makes one which can. */
  read(input: Input, wants: Wants, given?: Given): Promise<Plan>;
  /** Reads inputs that are deployed together into one plan; left out where each is a deployment of its own. */
  readTogether?(inputs: readonly Input[], wants: Wants, given?: Given): Promise<Plan>;
  /** Lines and columns of JSON pointers into an input that was read before; left out where a tool made the input, and nobody looks at its lines. */
  places?(input: Input, pointers: Iterable<string>): Promise<ReadonlyMap<string, Place>>;
}
