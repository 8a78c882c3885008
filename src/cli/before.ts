import type { Input } from "#frontends/frontend.ts";
import { InputError } from "#model/input-error.ts";
import { type Finder, readInputs } from "./inputs.ts";
import type { Io } from "./io.ts";

/**
 * Inputs with the template that is deployed now. `before` is one, or a folder of them (a cloud assembly, or templates): there, each input finds the one of its
 * name, and one that finds none is new.
 * @throws InputError where that cannot be read, or tells of none of the inputs.
 */
export async function withBefore(
  inputs: readonly Input[],
  before: string,
  io: Io,
  engine: Finder,
): Promise<readonly Input[]> {
  checkTwice(inputs, before, io);
  if ((await io.files.kind(before)) !== "folder") return [await withFile(inputs, before, io, engine)];
  const found = await matchIn(inputs, before, io, engine);
  if (found.some((one) => one !== undefined))
    return inputs.map((input, i) => ({ ...input, given: { ...input.given, earlier: found[i] ?? "none" } }));
  const message = `--before ${before}: there is no ${inputs.map(({ path }) => path.split("/").at(-1)).join(", ")} in it`;
  throw new InputError(
    2,
    "before-without-templates",
    message,
    "The files in it need the names of those that are judged.",
  );
}

function checkTwice(inputs: readonly Input[], before: string, { files }: Io): void {
  const same = inputs.some(({ path }) =>
    path === "-" || before === "-" ? path === before : files.resolve(".", path) === files.resolve(".", before),
  );
  if (same) throw new InputError(2, "input-twice", `${before === "-" ? "standard input" : before} is given twice`);
}

async function withFile(inputs: readonly Input[], before: string, io: Io, engine: Finder): Promise<Input> {
  const [input, ...others] = inputs;
  const [earlier] = await readInputs([before], io, engine);
  if (input !== undefined && others.length === 0 && earlier !== undefined)
    return { ...input, given: { ...input.given, earlier } };
  const message = `--before ${before} is one template, and ${inputs.length} are judged`;
  throw new InputError(2, "before-of-several", message, "Give the folder in which each of them is found.");
}

/** What a folder has for each input. */
async function matchIn(
  inputs: readonly Input[],
  folder: string,
  io: Io,
  engine: Finder,
): Promise<readonly (Input | undefined)[]> {
  const stacks = await engine.inputsIn(folder, io.files);
  const byPath = new Map(stacks?.map((stack) => [stack.path, stack]));
  const root = await io.files.real(folder);
  const found: (Input | undefined)[] = [];
  for (const { path } of inputs) {
    const paths = candidates(path).map((name) => io.files.resolve(folder, name));
    found.push(
      stacks === undefined
        ? await firstFile(paths, root, io, engine)
        : paths.map((one) => byPath.get(one)).find((one) => one),
    );
  }
  return found;
}

/** The longest end of a path first: `a/b.yaml`, then `b.yaml`. */
function candidates(path: string): readonly string[] {
  const steps = path.split("/").filter((step) => step !== ".." && step !== "." && step !== "");
  return steps.map((_, i) => steps.slice(i).join("/"));
}

/** Nothing that a folder links to from the outside is taken for a part of it. */
async function firstFile(paths: readonly string[], root: string, io: Io, engine: Finder): Promise<Input | undefined> {
  for (const path of paths) {
    if ((await io.files.kind(path)) !== "file") continue;
    if (!(await io.files.real(path)).startsWith(`${root}/`))
      throw new InputError(3, "outside-of-folder", `${path} is not inside of the folder that --before names`);
    const [input] = await readInputs([path], io, engine);
    return input;
  }
  return undefined;
}
