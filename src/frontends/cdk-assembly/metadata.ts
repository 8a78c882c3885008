import { isRecord } from "#model/json-tree.ts";

/** A construct that became a resource. */
export interface Construct {
  /** Its path in the app: `Prod/Roles/DeployRole/Resource`. */
  readonly path: string;
  /** The calls that made it, innermost first; absent when the app kept none. */
  readonly trace?: readonly string[];
}

/** What the metadata of a stack tells of its resources. */
export interface Metadata {
  /** The construct of a resource in a template of the stack. */
  construct(template: string, logicalId: string): Construct | undefined;
  at(path: string): Construct;
}

/**
 * Reads the metadata of a stack: what stands in the manifest, or in the file that newer libraries put it into. Nested stacks have theirs in that of their
 * parent, and a construct of each says which template it became.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_cloud-assembly-schema.ArtifactManifest.html
 */
export function metadataOf(...parts: readonly unknown[]): Metadata {
  const entries = parts.flatMap((part) => (isRecord(part) ? Object.entries(part) : []));
  const templates = new Map(entries.flatMap(([path, list]) => named(path, dataOf(list, "aws:cdk:templateFile"))));
  const traces = new Map(entries.map(([path, list]) => [pathOf(path), traceIn(list)]));
  const at = (path: string): Construct => {
    const trace = traces.get(path);
    return { path, ...(trace !== undefined && { trace }) };
  };
  const byId = Map.groupBy(
    entries.flatMap(([path, list]) => named(path, dataOf(list, "aws:cdk:logicalId"))),
    ([, id]) => id,
  );
  return {
    at,
    construct(template, logicalId) {
      const all = (byId.get(logicalId) ?? []).map(([path]) => path);
      const here = all.filter((path) => templateOf(path, templates) === template);
      const [path, ...others] = here.length > 0 ? here : all.filter((one) => templateOf(one, templates) === undefined);
      return path === undefined || others.length > 0 ? undefined : at(path);
    },
  };
}

function named(path: string, data: unknown): readonly (readonly [string, string])[] {
  return typeof data === "string" ? [[pathOf(path), data]] : [];
}

/** Keys begin with a slash, and paths in templates do not. */
function pathOf(key: string): string {
  return key.replace(/^\//, "");
}

/** The template that the nearest construct above says. */
function templateOf(path: string, templates: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    const template = templates.get(path.slice(0, end));
    if (template !== undefined) return template;
  }
  return undefined;
}

function dataOf(list: unknown, type: string): unknown {
  return entriesOf(list).find((one) => one.type === type)?.data;
}

/** Newer libraries keep the trace as an entry of its own, older ones beside the name of the resource. */
function traceIn(list: unknown): readonly string[] | undefined {
  const beside = entriesOf(list).find((one) => one.type === "aws:cdk:logicalId")?.trace;
  const trace = dataOf(list, "aws:cdk:creationStack") ?? beside;
  return Array.isArray(trace) ? trace.filter((one) => typeof one === "string") : undefined;
}

function entriesOf(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
