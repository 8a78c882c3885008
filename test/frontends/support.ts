import { Buffer } from "node:buffer";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Given } from "#frontends/frontend.ts";
import { frontendFor } from "#frontends/index.ts";
import { InputError } from "#model/input-error.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import { showText } from "#model/text.ts";
import { field, type Tree } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";

/** Real inputs beside the repository; not everybody has them. */
export const corpus = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
export const hasCorpus = existsSync(corpus);
export const fixtures = fileURLToPath(new URL("../../fixtures/plans/terraform-plan", import.meta.url));

/** A plan of a document: JSON text, bytes, or an object to be written as JSON. */
export function planOf(
  document: unknown,
  wants: (type: string) => boolean = () => true,
  path = "plan.json",
  given: Given = {},
): Promise<Plan> {
  const input = { path, bytes: bytesOf(document) };
  return frontendFor(input).read(input, wants, given);
}

export function planAt(path: string): Promise<Plan> {
  return planOf(readFileSync(path), undefined, path);
}

/** The error that a document ends in. */
export async function refusalOf(document: unknown, path = "plan.json"): Promise<InputError> {
  try {
    await planOf(document, undefined, path);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the document was read");
}

function bytesOf(document: unknown): Uint8Array {
  if (document instanceof Uint8Array) return document;
  return Buffer.from(typeof document === "string" ? document : JSON.stringify(document));
}

/** Every file below a folder, in order. */
export function filesBelow(folder: string): readonly string[] {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) =>
    statSync(`${folder}/${name}`).isDirectory() ? filesBelow(`${folder}/${name}`) : [`${folder}/${name}`],
  );
}

/** A resource of a plan by its address. */
export function resourceIn(plan: Plan, address: string): ResourceChange {
  const found = plan.changes.find((one) => one.address === address);
  if (found === undefined) throw new Error(`no ${address} among ${plan.changes.map((one) => one.address).join(", ")}`);
  return found;
}

/** The hole at a path of keys and positions. */
export function holeAt(tree: Tree, ...path: readonly (string | number)[]): Hole {
  const found = path.reduce<Tree>(
    (one, step) =>
      typeof step === "number" && one.kind === "list" ? (one.items[step] ?? one) : field(one, String(step)),
    tree,
  );
  if (found.kind !== "unknown") throw new Error(`${path.join(".")} is ${found.kind}`);
  return found.hole;
}

/** A tree as plain values: holes as `?` with what they wait for, or `unset`. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case "text":
      return showText(tree.text);
    case "number":
    case "boolean":
      return tree.value;
    case "absent":
      return null;
    case "list":
      return tree.items.map(plain);
    case "map":
      return Object.fromEntries(tree.keys().map((key) => [key, plain(tree.get(key))]));
    case "unknown":
      return shown(tree.hole);
  }
}

function shown(hole: Hole): string {
  if (hole.reason !== "computed-at-apply" && hole.refs.length === 0) return `?${hole.reason}`;
  return hole.unset
    ? "?unset"
    : `?${hole.refs.map((ref) => `${ref.certainty} ${ref.targets.join(" ")}.${ref.attribute ?? ""}`).join(", ")}`;
}
