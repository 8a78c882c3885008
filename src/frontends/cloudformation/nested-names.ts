import { InputError } from "#model/input-error.ts";
import type { Input } from "../frontend.ts";
import { recordAt, textAt } from "../json/shape.ts";
import { loadAndKeep } from "./load.ts";
import { deployingTypes, nestedName } from "./nested-name.ts";

/** The names of nested templates. What is wrong with a document is told when it is read. */
export async function nestedNames(input: Input): Promise<ReadonlySet<string>> {
  try {
    const { root } = await loadAndKeep(input);
    const resources = Object.values(recordAt(root, "Resources") ?? {});
    const nested = resources.filter((one) => deployingTypes.has(textAt(one, "Type") ?? ""));
    return new Set(nested.flatMap((one) => nestedName(one) ?? []));
  } catch (error) {
    if (error instanceof InputError) return new Set();
    throw error;
  }
}
