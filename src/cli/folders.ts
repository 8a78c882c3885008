import { InputError } from "#model/input-error.ts";

/** What a folder holds, by a file in it, and what to do instead. */
const kinds: readonly (readonly [mark: RegExp, sentence: string, hint: (folder: string) => string])[] = [
  [/\.tf(?:\.json)?$/, "holds Terraform code, and what is judged is its plan", (folder) => planOf("terraform", folder)],
  [/\.tofu(?:\.json)?$/, "holds OpenTofu code, and what is judged is its plan", (folder) => planOf("tofu", folder)],
  [
    /^cdk\.json$/,
    "holds a CDK app, and what is judged is the assembly that it makes",
    (folder) =>
      folder === "."
        ? "cdk synth && rolecall check cdk.out"
        : `(cd ${shell(folder)} && cdk synth) && rolecall check ${shell(`${folder}/cdk.out`)}`,
  ],
  [
    /^Pulumi\.ya?ml$/,
    "holds a Pulumi program, and what is judged is its preview",
    (folder) => {
      const at = folder === "." ? "" : ` --cwd ${shell(folder)}`;
      return `pulumi preview --json --show-sames${at} > preview.json && rolecall check preview.json`;
    },
  ],
  [/\.json$/, "is a folder: name the file in it", (folder) => `rolecall check ${shell(folder)}/*.json`],
];

/** Says what to do instead of giving a folder; `names` is what is in it. */
export function refuseFolder(folder: string, names: readonly string[]): never {
  if (names.length === 0)
    throw new InputError(3, "empty-folder", `${folder} is an empty folder`, "rolecall check plan.json");
  for (const [mark, sentence, hint] of kinds) {
    if (names.some((name) => mark.test(name))) throw new InputError(3, "folder", `${folder} ${sentence}`, hint(folder));
  }
  throw new InputError(
    3,
    "folder",
    `${folder} is a folder with nothing in it that can be judged`,
    "rolecall check plan.json",
  );
}

function planOf(tool: string, folder: string): string {
  const at = folder === "." ? tool : `${tool} -chdir=${shell(folder)}`;
  return `${at} plan -out=tfplan && ${at} show -json tfplan | rolecall check -`;
}

/** A path as a word of a shell command. */
function shell(path: string): string {
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
