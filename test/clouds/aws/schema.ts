import { readFileSync } from "node:fs";

/** What an argument of a resource holds; `scripts/data/aws-schema.ts` writes them. */
export type Shape = "text" | "list" | "map" | "number" | "truth" | "itself" | Block;

export interface Block {
  /** Whether it may stand more than once. */
  readonly many: boolean;
  readonly arguments: ReadonlyMap<string, Shape>;
}

const marks: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["*", "list"],
  ["%", "map"],
  ["#", "number"],
  ["?", "truth"],
  ["^", "itself"],
]);

/** The arguments of every listed AWS type, by the provider's schema. */
export const schema: ReadonlyMap<string, ReadonlyMap<string, Shape>> = read();

function read(): typeof schema {
  const table = readFileSync(new URL("../../../data/aws-schema.tsv", import.meta.url), "utf8");
  return new Map(
    table
      .trim()
      .split("\n")
      .map((line) => {
        const [type = "", list = ""] = line.split("\t");
        return [type, argumentsIn(list.match(/\w+|./g)?.[Symbol.iterator]() ?? [].values())];
      }),
  );
}

/** Reads up to the end of the block that the tokens are in. */
function argumentsIn(tokens: Iterator<string>): ReadonlyMap<string, Shape> {
  const found = new Map<string, Shape>();
  let name = "";
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const token = next.value;
    if (token === "}" || token === "]") return found;
    if (/\w/.test(token)) {
      name = token;
      found.set(name, "text");
    } else if (token === "{" || token === "[") found.set(name, { many: token === "[", arguments: argumentsIn(tokens) });
    else if (token !== ",") found.set(name, marks.get(token) ?? fail(token));
  }
  return found;
}

function fail(token: string): never {
  throw new Error(`no shape is written ${token}`);
}

/** The shape at a dotted path of a type; below a map is text, whatever the key. */
export function shapeAt(type: string, path: string): Shape | undefined {
  let block: ReadonlyMap<string, Shape> | undefined = schema.get(type);
  let shape: Shape | undefined;
  for (const step of path.split(".")) {
    shape = shape === "map" ? "text" : block?.get(step);
    block = typeof shape === "object" ? shape.arguments : undefined;
  }
  return shape;
}

/** Every path of a type. */
export function pathsOf(type: string): readonly string[] {
  return [...pathsIn(schema.get(type) ?? new Map())];
}

function* pathsIn(block: ReadonlyMap<string, Shape>): Iterable<string> {
  for (const [name, shape] of block) {
    yield name;
    if (typeof shape === "object") for (const path of pathsIn(shape.arguments)) yield `${name}.${path}`;
  }
}
