/** What the user gave cannot be used. It carries the exit code, a sentence that says what is wrong, and a hint that names the right command. */
export class InputError extends Error {
  /** 2: usage, configuration or ruleset. 3: an input that cannot be read or judged. */
  readonly exitCode: 2 | 3;
  /** Stable, kebab-case: `state-not-plan`. */
  readonly code: string;
  readonly hint: string | undefined;

  constructor(exitCode: 2 | 3, code: string, message: string, hint?: string) {
    super(message);
    this.name = "InputError";
    this.exitCode = exitCode;
    this.code = code;
    this.hint = hint;
  }
}
