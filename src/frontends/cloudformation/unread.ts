import { InputError } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import type { Unread } from "../frontend.ts";
import type { Unit } from "./open.ts";
import type { Stack } from "./stack.ts";

/**
 * Opens a template, or tells why that cannot be: one that a manifest names must not hide the others. What a user names himself is refused, since he can mend it.
 * @throws InputError where the user named it.
 */
export async function openOrTell(unit: Unit, open: (unit: Unit) => Promise<Stack>): Promise<Stack | Unread> {
  const { unread, format, path } = unit.input;
  if (unread !== undefined) return unread;
  try {
    return await open(unit);
  } catch (error) {
    if (error instanceof InputError && format !== undefined)
      return { problem: error.message, location: { document: path, pointer: "" } };
    throw error;
  }
}

export function noticeOfUnread({ problem, location }: Unread): Notice {
  return { code: "stack-not-read", level: "incomplete", message: problem, location };
}

/** Where nothing at all can be read, there is nothing to report on. */
export function nothingRead([first]: readonly Unread[]): InputError {
  const problem = first?.problem ?? "there is no template";
  return new InputError(3, "broken-assembly", problem, "make it anew: cdk synth");
}
