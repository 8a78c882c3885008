import { InputError } from "#model/input-error.ts";
import type { SourceLocation } from "#model/location.ts";
import type { Input, Unread } from "../frontend.ts";

/** One broken part must not hide the others. What leads out of the assembly is no mistake, and refused. */
export async function orUnread(
  path: string,
  location: SourceLocation,
  read: () => Promise<readonly Input[]>,
): Promise<readonly Input[]> {
  try {
    return await read();
  } catch (error) {
    const problem = problemIn(error, path);
    if (problem === undefined) throw error;
    return [unreadInput(path, { problem, location })];
  }
}

function problemIn(error: unknown, path: string): string | undefined {
  if (error instanceof InputError) return error.code === "broken-assembly" ? error.message : undefined;
  return error instanceof Error && "code" in error ? `${path} cannot be read (${String(error.code)})` : undefined;
}

export function unreadInput(path: string, unread: Unread): Input {
  return { path, bytes: new Uint8Array(), format: "cloudformation", unread };
}
