import type { Input } from "../frontend.ts";

/**
 * What stands before the names of resources in each template of a run. A manifest tells what to call its stacks; a template that is given by itself is called
 * by its file, and by as much of its path as tells it from the others. Alone, it needs nothing.
 */
export function prefixesOf(inputs: readonly Input[]): readonly string[] {
  const files = inputs.filter(({ given }) => given?.stack === undefined).map(({ path }) => path);
  const named = inputs.length === 1 ? new Map<string, string>() : namesOf(files);
  const titles = inputs.map(({ path, given }) => given?.stack?.title ?? named.get(path) ?? "");
  const times = Map.groupBy(titles, (title) => title);
  return titles.map((title, i) => {
    if (title === "") return "";
    return `${times.get(title)?.length === 1 ? title : `${title} (${inputs[i]?.path})`}/`;
  });
}

/** The shortest ends of paths that are not those of others, too. */
function namesOf(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  let open = paths;
  for (let length = 1; open.length > 0; length++) {
    const groups = Map.groupBy(open, (path) => endOf(path, length));
    const isDone = (group: readonly string[]) =>
      group.length === 1 || group.every((path) => path.split("/").length <= length);
    for (const [name, group] of groups) if (isDone(group)) for (const path of group) names.set(path, name);
    open = open.filter((path) => !names.has(path));
  }
  return names;
}

/** The last steps of a path, without what only tells the format. */
function endOf(path: string, length: number): string {
  const end = path.split("/").slice(-length).join("/");
  return end === "-" ? "stdin" : end.replace(/(?<=[^/])(\.template)?\.(json|ya?ml|template)$/i, "");
}
