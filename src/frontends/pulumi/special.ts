import { isRecord, parseJson } from "#model/json-tree.ts";
import type { Json } from "../json/shape.ts";

/**
 * What stands for a value that is not known yet: mostly the one of strings; policies and providers get one of each kind.
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go
 */
export const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknowns: ReadonlySet<string> = new Set([
  unknownString,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The key that tells an object to be something else than a map of its author's. */
const signature = "4dabf18193072939515e22adb298388d";

/** What the key holds for a secret, and for the output of a resource. */
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
export const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** A value that is none of JSON's. */
export type Special =
  | { readonly is: "unknown" }
  /** `inside` is undefined where it is not told. */
  | { readonly is: "secret"; readonly inside: unknown }
  | { readonly is: "reference"; readonly urn: string; readonly id: string | undefined }
  | { readonly is: "output"; readonly inside: unknown }
  /** An asset, an archive, bytes, what is no number. */
  | { readonly is: "content" };

/** What a value stands for; undefined where it stands for itself. */
export function specialIn(value: unknown): Special | undefined {
  if (typeof value === "string") {
    if (value === "[secret]") return { is: "secret", inside: undefined };
    return unknowns.has(value) ? { is: "unknown" } : undefined;
  }
  return isRecord(value) && Object.hasOwn(value, signature) ? signed(value) : undefined;
}

function signed(value: Json): Special {
  switch (value[signature]) {
    case secretSignature:
      return { is: "secret", inside: insideOf(value) };
    case "5cf8f73096256a8f31e491e813e4eb8e":
      return typeof value.urn === "string"
        ? { is: "reference", urn: value.urn, id: typeof value.id === "string" ? value.id : undefined }
        : { is: "content" };
    case outputSignature:
      return outputOf(value);
    default:
      return { is: "content" };
  }
}

/** With `--show-secrets` a secret is told as the JSON text of it. */
function insideOf({ plaintext, value }: Json): unknown {
  return typeof plaintext === "string" ? parseJson(plaintext) : value;
}

function outputOf({ value, secret }: Json): Special {
  if (secret === true) return { is: "secret", inside: value };
  return value === undefined ? { is: "unknown" } : { is: "output", inside: value };
}

/** Everything inside of secrets that is told. */
export function* secretsIn(value: unknown): Iterable<unknown> {
  const special = specialIn(value);
  if (special?.is === "secret") {
    if (special.inside !== undefined) yield special.inside;
  } else if (special?.is === "output") yield* secretsIn(special.inside);
  else if (Array.isArray(value)) for (const item of value) yield* secretsIn(item);
  else if (isRecord(value)) for (const item of Object.values(value)) yield* secretsIn(item);
}

/** Whether nobody knows a value yet. */
export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && unknowns.has(value);
}

/** How many secrets are in a value whose insides are not told. */
export function hiddenIn(value: unknown): number {
  const special = specialIn(value);
  if (special?.is === "secret") return special.inside === undefined ? 1 : 0;
  if (special?.is === "output") return hiddenIn(special.inside);
  const items = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return items.reduce<number>((sum, item) => sum + hiddenIn(item), 0);
}
