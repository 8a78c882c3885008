import type { Io } from "./io.ts";

export const colorModes = ["auto", "always", "never"] as const;
export type ColorMode = (typeof colorModes)[number];

/** Whether to colour what goes to stdout: the option, then NO_COLOR and FORCE_COLOR, then whether a terminal reads it. */
export function wantsColor(mode: ColorMode, { env, stdout }: Pick<Io, "env" | "stdout">): boolean {
  if (mode !== "auto") return mode === "always";
  if (isSet(env.NO_COLOR)) return false;
  const forced = env.FORCE_COLOR;
  if (isSet(forced)) return forced !== "0" && forced !== "false";
  return stdout.isTTY && env.TERM !== "dumb";
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
