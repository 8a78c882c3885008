import { InputError } from "#model/input-error.ts";
import type { Plan } from "#model/plan.ts";
import { changeSet } from "./cloudformation/change-set/index.ts";
import { cloudFormation } from "./cloudformation/index.ts";
import { mayNest } from "./cloudformation/nested-name.ts";
import type { Files, Frontend, Given, Input, Wants } from "./frontend.ts";
import { nameOf } from "./input/name.ts";
import { openDocument } from "./input/open.ts";
import type { Place } from "./json/place.ts";
import { placesOf } from "./json/places.ts";
import { pulumi } from "./pulumi/index.ts";
import { refusalOf } from "./refusals/refusal-of.ts";
import { terraformPlan } from "./terraform-plan/index.ts";

/** The formats that can be read, in the order in which they are asked: who needs least of a document to tell comes first. */
const frontends: readonly Frontend[] = [pulumi, terraformPlan, cloudFormation, changeSet];

/**
 * The frontend that reads an input, by its content.
 * @throws InputError (exit code 3) that says what the input is, where nobody reads it, and what to give instead.
 */
export function frontendFor(input: Input): Frontend {
  const found = readerOf(input);
  if (found === undefined) throw refusalOf(openDocument(input));
  if (input.given?.earlier !== undefined && found !== cloudFormation) throw tellsItself(input, found);
  return found;
}

/** They are asked in turn: that a document is of Pulumi its first keys tell, that it is no plan or no template only its end. */
function readerOf(input: Input): Frontend | undefined {
  const { format } = input;
  return frontends.find((one) => (format === undefined ? one.recognizes(input) : one.id === format));
}

/** What an input is that tells itself what was before, and what to do with it. */
const tellingThemselves: ReadonlyMap<Frontend, readonly [what: string, hint: string]> = new Map([
  [terraformPlan, ["Terraform plan", "Leave --before out."]],
  [pulumi, ["document of Pulumi", "Leave --before out."]],
  [changeSet, ["change set", "Judge the template, and give the change set by --before."]],
]);

function tellsItself({ path }: Input, frontend: Frontend): InputError {
  const [what, hint] = tellingThemselves.get(frontend) ?? ["document", "Leave --before out."];
  const message = `${nameOf(path)} is a ${what}, which tells itself what was before: --before is for templates`;
  return new InputError(2, "before-not-needed", message, hint);
}

/** Inputs that are one deployment, and who reads them. */
export interface Deployment {
  readonly frontend: Frontend;
  readonly inputs: readonly Input[];
}

/**
 * The deployments that inputs are: a plan is one by itself, and the stacks of a run are one together.
 * @throws InputError as `frontendFor` does.
 */
export function deploymentsOf(inputs: readonly Input[]): readonly Deployment[] {
  const groups = new Map<Frontend | Input, Deployment & { readonly inputs: Input[] }>();
  for (const input of inputs) {
    const frontend = frontendFor(input);
    const key = frontend.readTogether === undefined ? input : frontend;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { frontend, inputs: [input] });
    else group.inputs.push(input);
  }
  return [...groups.values()];
}

/** Reads what is one deployment into a plan. */
export async function planOf({ frontend, inputs }: Deployment, wants: Wants, given: Given): Promise<Plan> {
  if (frontend.readTogether !== undefined) return frontend.readTogether(inputs, wants, given);
  const [input] = inputs;
  if (input === undefined) throw new Error("a deployment without inputs");
  return frontend.read(input, wants, { ...given, ...input.given });
}

/** A longer document is no template: CloudFormation takes one megabyte. */
const longestTemplate = 16 * 1024 * 1024;

/** An input with the files beside it that it names, as far as they are in its folder or below. */
export async function withBeside(input: Input, files: Files): Promise<Input> {
  if (input.bytes.length > longestTemplate || readerOf(input) !== cloudFormation) return input;
  const { Besides } = await import("./input/beside.ts");
  const root = await files.real(files.resolve(input.path, ".."));
  return new Besides({ files, root, namesIn: nestedNames }).of(input);
}

/** All documents that were read, by their paths: inputs, and the files beside them that they name, which the same program made. */
export function documentsIn(inputs: readonly Input[]): ReadonlyMap<string, Input> {
  const found = new Map<string, Input>();
  const visit = (input: Input, origins = input.given?.origins): void => {
    if (found.has(input.path) || input.unread !== undefined) return;
    found.set(input.path, origins === undefined ? input : { ...input, given: { ...input.given, origins } });
    for (const one of input.beside?.values() ?? []) if ("bytes" in one) visit(one, origins);
  };
  for (const input of inputs) visit(input);
  return found;
}

/**
 * The inputs that a folder holds: the templates of a cloud assembly. Undefined where it is no folder that anybody reads.
 * @throws InputError (exit code 3) when it is one, and broken.
 */
export async function inputsIn(folder: string, files: Files): Promise<readonly Input[] | undefined> {
  const { readAssembly } = await import("./cdk-assembly/read-assembly.ts");
  return readAssembly(folder, files, nestedNames);
}

/** The names of nested templates; what finds them is loaded with the first template that is looked at. */
async function nestedNames(input: Input): Promise<ReadonlySet<string>> {
  if (!mayNest(input)) return new Set();
  return (await import("./cloudformation/nested-names.ts")).nestedNames(input);
}

/** Lines and columns of JSON pointers into an input that was read before. */
export async function placesIn(input: Input, pointers: Iterable<string>): Promise<ReadonlyMap<string, Place>> {
  const frontend = readerOf(input);
  if (frontend?.places !== undefined) return frontend.places(input, pointers);
  const { bytes, start } = openDocument(input);
  return placesOf(bytes, start, pointers);
}
