/** Names of a ruleset file, in the order in which they are looked for. */
const rulesetNames = ["rolecall.yaml", "rolecall.yml", "rolecall.json"] as const;

/** What finding a ruleset asks of a file system. */
export interface Folders {
  /** The path of something in a folder. */
  inside(folder: string, name: string): string;
  /** The folder above; the same one at the top. */
  above(folder: string): string;
  isFile(path: string): Promise<boolean>;
  exists(path: string): Promise<boolean>;
}

/** The nearest ruleset file from a folder upwards, not beyond the repository (the folder that holds `.git`). */
export async function findRuleset(start: string, folders: Folders): Promise<string | undefined> {
  for (let folder = start; ; folder = folders.above(folder)) {
    for (const name of rulesetNames) {
      const path = folders.inside(folder, name);
      if (await folders.isFile(path)) return path;
    }
    if ((await folders.exists(folders.inside(folder, ".git"))) || folders.above(folder) === folder) return undefined;
  }
}
