/** What must hold, and what was measured. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Missing where nothing was promised. */
  readonly target?: number;
}

/** The promises, by the name of the figure: ratios to another process that ran beside ours. */
export const targets: ReadonlyMap<string, number> = new Map([
  ["--version, time / node -e 0", 1.5],
  ["10 MB, time / JSON.parse", 2.5],
  ["100 MB, time / JSON.parse", 2.5],
  ["100 MB, peak memory / JSON.parse", 2],
  ["growth of time, exponent", 1.15],
  ["assembly of 3,000 stacks, time / JSON.parse", 2],
  ["assembly of 3,000 stacks, time / CloudAssembly", 1],
  ["preview of Pulumi, time / JSON.parse", 2.5],
  ["events of Pulumi, time / JSON.parse", 2.5],
]);

export function isMissed({ value, target }: Figure): boolean {
  return target !== undefined && value > target;
}
