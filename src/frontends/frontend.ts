import type { Dialect, Plan } from "#model/plan.ts";

/** An input as it came: its bytes, and the name that the user gave it (`-` for standard input). */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a frontend should do with a resource of a type: hand it on, or count it and let it go. */
export type Wants = (type: string, dialect: Dialect) => boolean;

/** Reads one format into a plan. It knows the format and nothing about access. */
export interface Frontend {
  /** Kebab-case: `terraform-plan`. */
  readonly id: string;
  /** Whether the bytes look like this format, by content; never by name. */
  recognizes(input: Input): boolean;
  /** @throws InputError (exit code 3) when the input cannot be judged, with the command that makes one which can. */
  read(input: Input, wants: Wants): Promise<Plan>;
}
