import type { Kind } from "../../data/identity-types.ts";
import { date, packed } from "./cloudformation-types.generated.ts";
import { unpack } from "./unpack.ts";

/** The day on which the types were listed, YYYY-MM-DD. */
export const listDate: string = date;

let types: ReadonlyMap<string, readonly Kind[]> | undefined;

/** What a CloudFormation type says about access: nothing, where the list is empty. Undefined for types that are in no list. */
export function kindsInCloudFormation(type: string): readonly Kind[] | undefined {
  types ??= typesIn(unpack(packed));
  return types.get(type);
}

/** A line holds the types that are of the same kinds. */
function typesIn(table: string): ReadonlyMap<string, readonly Kind[]> {
  const found = new Map<string, readonly Kind[]>();
  for (const line of table.split("\n")) {
    const [kinds, names] = line.split("\t");
    if (kinds === undefined || names === undefined) throw new Error(`not a group of types: ${line}`);
    const listed = kinds === "-" ? [] : (kinds.split(" ") as Kind[]);
    for (const name of names.split(" ")) found.set(`AWS::${name}`, listed);
  }
  return found;
}
