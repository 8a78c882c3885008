import { inside } from "#model/location.ts";

/** A JSON pointer one step further. */
export function below(pointer: string, step: string | number): string {
  return inside({ document: "", pointer }, step).pointer;
}
