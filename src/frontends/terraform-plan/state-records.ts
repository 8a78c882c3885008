import { type DuplicateKey, distinctMembers } from "../json/duplicate-keys.ts";
import { below } from "../json/pointer.ts";
import type { JsonScanner } from "../json/scanner.ts";
import type { Head, KnownAddresses } from "./head.ts";
import type { HeadReader } from "./head-reader.ts";

type TakeHead = (head: Head) => unknown;

/** What to do with the resources of a state: take them, or pass those that are known already. */
export interface Taker {
  readonly take: TakeHead;
  readonly known: KnownAddresses;
}

/** The reader of the plan around a state. */
interface PlanReader {
  readonly scanner: JsonScanner;
  readonly heads: HeadReader;
  readonly twice: DuplicateKey[];
  readonly outputs: unknown[];
  whole(at: number, depth: number, pointer: string, take: (value: unknown) => void): number;
  oddUnlessNull(at: number, depth: number, pointer: string): number;
}

/** Passes the values of a state: its outputs, and the resources of its root module and all modules below. */
export function readState(reader: PlanReader, taker: Taker, at: number, pointer: string): number {
  const { scanner } = reader;
  const depth = depthOf(pointer);
  if (!scanner.isObject(at)) return reader.oddUnlessNull(at, depth, pointer);
  return distinctMembers(scanner, at, depth, pointer, reader.twice, (key, value) => {
    if (key === "root_module") return readModule(reader, taker, value, depth + 1, below(pointer, key));
    if (key === "outputs")
      return reader.whole(value, depth + 1, below(pointer, key), (outputs) => reader.outputs.push(outputs));
    return scanner.value(value, depth + 1);
  });
}

/** The address of a module stands behind its resources: those that need it wait for it. */
function readModule(reader: PlanReader, taker: Taker, at: number, depth: number, pointer: string): number {
  const { scanner } = reader;
  if (!scanner.isObject(at)) return reader.oddUnlessNull(at, depth, pointer);
  const isRoot = pointer.endsWith("/root_module");
  const isWhole = (address: string | undefined) => isRoot || address?.startsWith("module.") === true;
  const waiting: Head[] = [];
  const ofModule: Taker = {
    take: (head) => (isWhole(head.address) ? taker.take(withKey(head)) : waiting.push(head)),
    known: (address) => isWhole(address) && taker.known(address),
  };
  let module: string | undefined;
  const end = distinctMembers(scanner, at, depth, pointer, reader.twice, (key, value) => {
    const inner = below(pointer, key);
    if (key === "resources") return readResources(reader, ofModule, value, depth + 1, inner);
    if (key !== "child_modules") {
      const end = scanner.value(value, depth + 1);
      // What was not passed may not end.
      if (key === "address") module = scanner.stringAt(value);
      return end;
    }
    return readList(reader, value, depth + 1, inner, (item, place) =>
      readModule(reader, taker, item, depth + 2, place),
    );
  });
  for (const head of waiting) taker.take(withKey(withModule(head, module)));
  return end;
}

function readResources(reader: PlanReader, { take, known }: Taker, at: number, depth: number, pointer: string): number {
  return readList(reader, at, depth, pointer, (item, place) => {
    const head = reader.heads.readState(item, depth + 1, place, known);
    if (typeof head === "number") return head;
    take(head);
    return head.end;
  });
}

/** Terraform 0.12 names the resources of a state without their module and their key; the changes name them with both. */
function withModule(head: Head, module: string | undefined): Head {
  return head.address === undefined || module === undefined ? head : { ...head, address: `${module}.${head.address}` };
}

function withKey(head: Head): Head {
  const { address, index } = head;
  if (address === undefined || index === undefined || address.endsWith("]")) return head;
  return { ...head, address: `${address}[${JSON.stringify(index)}]` };
}

function readList(
  reader: PlanReader,
  at: number,
  depth: number,
  pointer: string,
  read: (item: number, pointer: string) => number,
): number {
  if (!reader.scanner.isList(at)) return reader.oddUnlessNull(at, depth, pointer);
  return reader.scanner.items(at, depth, (i, item) => read(item, `${pointer}/${i}`));
}

/** How many objects stand around what a pointer leads to. */
function depthOf(pointer: string): number {
  return pointer.split("/").length - 1;
}
