import { InputError } from "#model/input-error.ts";
import { cloudFormation } from "./cloudformation/index.ts";
import type { Files, Frontend, Input } from "./frontend.ts";
import { nameOf } from "./input/name.ts";
import { openDocument } from "./input/open.ts";
import type { Place } from "./json/place.ts";
import { placesOf } from "./json/places.ts";
import { refusalOf } from "./refusals/refusal-of.ts";
import { terraformPlan } from "./terraform-plan/index.ts";

/** The formats that can be read, in the order in which they are asked. */
const frontends: readonly Frontend[] = [terraformPlan, cloudFormation];

/**
 * The frontend that reads an input, by its content.
 * @throws InputError (exit code 3) that says what the input is, where nobody reads it, and what to give instead.
 */
export function frontendFor(input: Input): Frontend {
  const document = openDocument(input);
  const found = frontends.find((one) => (input.format === undefined ? one.recognizes(input) : one.id === input.format));
  if (found === undefined) throw refusalOf(document);
  if (input.given?.earlier !== undefined && found === terraformPlan) throw tellsItself(input);
  return found;
}

function tellsItself({ path }: Input): InputError {
  const message = `${nameOf(path)} is a Terraform plan, which tells itself what was before: --before is for templates`;
  return new InputError(2, "before-not-needed", message, "leave --before out");
}

/**
 * The inputs that a folder holds: the templates of a cloud assembly. Undefined where it is no folder that anybody reads.
 * @throws InputError (exit code 3) when it is one, and broken.
 */
export async function inputsIn(folder: string, files: Files): Promise<readonly Input[] | undefined> {
  const { readAssembly } = await import("./cdk-assembly/read-assembly.ts");
  return readAssembly(folder, files);
}

/** Lines and columns of JSON pointers into an input that was read before. */
export async function placesIn(input: Input, pointers: Iterable<string>): Promise<ReadonlyMap<string, Place>> {
  const frontend = frontends.find((one) => one.recognizes(input));
  if (frontend?.places !== undefined) return frontend.places(input, pointers);
  const { bytes, start } = openDocument(input);
  return placesOf(bytes, start, pointers);
}
