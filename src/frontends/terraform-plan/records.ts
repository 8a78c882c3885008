import { type DuplicateKey, distinctMembers, duplicateKeys, hasDuplicates } from "../json/duplicate-keys.ts";
import { below } from "../json/pointer.ts";
import type { RepeatedValues } from "../json/repeated.ts";
import type { JsonScanner } from "../json/scanner.ts";
import type { Head, KnownAddresses } from "./head.ts";
import { HeadReader } from "./head-reader.ts";
import { readState } from "./state-records.ts";

/** A plan, taken apart: heads of all its resource records, and the small rest as values. */
export interface Records {
  /** Byte offset behind the plan. */
  readonly end: number;
  /** Keys of the plan itself. */
  readonly keys: ReadonlySet<string>;
  /** Members of the plan that are read whole. */
  readonly members: ReadonlyMap<string, unknown>;
  /** Elements of the lists of changes, by the name of the list. A list that is null or missing is not here. */
  readonly lists: ReadonlyMap<string, readonly Head[]>;
  /** Resources of `planned_values` and `prior_state`. */
  readonly states: ReadonlyMap<string, readonly Head[]>;
  /** Outputs of the same. */
  readonly outputs: readonly unknown[];
  /** Keys that stand twice where the structure of the plan depends on them. */
  readonly twice: readonly DuplicateKey[];
  /** Pointers to what has not the shape that it should have, and so was not read. */
  readonly odd: readonly string[];
}

const wholes = new Set([
  "format_version",
  "plan_format_version",
  "terraform_version",
  "variables",
  "output_changes",
  "configuration",
  "checks",
  "errored",
  "complete",
  "deferred_changes",
  "action_invocations",
]);
const lists = new Set(["resource_changes", "resource_drift"]);

/**
 * Walks the bytes of a plan once. Everything is checked to be JSON; only what is small, or somebody wants, becomes
 * values.
 */
export class RecordReader {
  readonly scanner: JsonScanner;
  readonly twice: DuplicateKey[] = [];
  readonly heads: HeadReader;
  readonly odd: string[] = [];
  readonly outputs: unknown[] = [];
  readonly #members = new Map<string, unknown>();
  readonly #lists = new Map<string, readonly Head[]>();
  readonly #states = new Map<string, readonly Head[]>();
  readonly #repeated: RepeatedValues;
  /** Where the planned values were passed. */
  #planned: number | undefined;

  constructor(scanner: JsonScanner, repeated: RepeatedValues) {
    this.scanner = scanner;
    this.#repeated = repeated;
    this.heads = new HeadReader(scanner, repeated, this.twice);
  }

  /** @throws JsonProblem where the plan is not JSON. What follows it is not looked at: it ends at `end`. */
  read(start: number): Records {
    const keys = new Set<string>();
    const end = distinctMembers(this.scanner, start, 0, "", this.twice, (key, at) => {
      keys.add(key);
      return this.#member(key, at);
    });
    if (!this.#lists.has("resource_changes") && this.#planned !== undefined) this.#readPlanned(this.#planned);
    const { twice, odd, outputs } = this;
    return { end, keys, members: this.#members, lists: this.#lists, states: this.#states, outputs, twice, odd };
  }

  #member(key: string, at: number): number {
    if (lists.has(key)) return this.#list(key, at);
    if (key === "planned_values") {
      this.#planned = at;
      return this.#state(key, at, "/planned_values", { isNeeded: (head) => head.marked, known: () => true });
    }
    if (key === "prior_state") return this.#priorState(at);
    if (!wholes.has(key)) return this.scanner.value(at, 1);
    return this.whole(at, 1, below("", key), (value) => this.#members.set(key, value));
  }

  /** Passes a value and parses it. */
  whole(at: number, depth: number, pointer: string, take: (value: unknown) => void): number {
    const before = this.scanner.keys;
    const end = this.scanner.value(at, depth);
    const value = this.scanner.parse(at, end);
    const keys = this.scanner.keys - before;
    if (hasDuplicates(value, keys)) this.twice.push(...duplicateKeys(this.scanner, at, pointer));
    take(value);
    return end;
  }

  #list(key: string, at: number): number {
    this.#lists.delete(key);
    if (!this.scanner.isList(at)) return this.oddUnlessNull(at, 1, below("", key));
    const heads: Head[] = [];
    this.#lists.set(key, heads);
    return this.scanner.items(at, 1, (i, item) => {
      const head = this.heads.readChange(item, 2, `/${key}/${i}`);
      heads.push(head);
      return head.end;
    });
  }

  #priorState(at: number): number {
    this.#states.delete("prior_state");
    if (!this.scanner.isObject(at)) return this.oddUnlessNull(at, 1, "/prior_state");
    return distinctMembers(this.scanner, at, 1, "/prior_state", this.twice, (key, value) =>
      key === "values"
        ? this.#state("prior_state", value, "/prior_state/values", this.#news())
        : this.scanner.value(value, 2),
    );
  }

  /** Passes a state, and keeps the heads that will be needed: most of it only repeats what the changes say. */
  #state(name: string, at: number, pointer: string, { isNeeded, known }: Needs): number {
    const heads: Head[] = [];
    this.#states.set(name, heads);
    return readState(this, { take: (head) => isNeeded(head) && heads.push(head), known }, at, pointer);
  }

  /** What of the state is not surely among the changes, or holds a secret. */
  #news(): Needs {
    const changes = this.#lists.get("resource_changes");
    const changed = new Set((changes ?? []).map(plainAddress).filter((one) => one !== undefined));
    return {
      isNeeded: (head) => {
        const address = plainAddress(head);
        return head.marked || address === undefined || !changed.has(address);
      },
      known: (address) => changed.has(address),
    };
  }

  /** In a plan that lists no changes, the planned values are all there is. What was odd about them is noted already. */
  #readPlanned(at: number): void {
    const heads: Head[] = [];
    this.#states.set("planned_values", heads);
    const again = new RecordReader(this.scanner, this.#repeated);
    readState(again, { take: (head) => heads.push(head), known: () => false }, at, "/planned_values");
  }

  /** Passes a value that is not of the shape it should have. */
  oddUnlessNull(at: number, depth: number, pointer: string): number {
    const end = this.scanner.value(at, depth);
    if (this.scanner.bytes[at] !== 0x6e) this.odd.push(pointer);
    return end;
  }
}

/** Which resources of a state are kept. */
interface Needs {
  readonly isNeeded: (head: Head) => boolean;
  /** Those that are not needed unless they hold a secret. */
  readonly known: KnownAddresses;
}

/** The address of a record that says what it is, and is not about an object that waits to be deleted. */
function plainAddress({ address, type, deposed }: Head): string | undefined {
  return type === undefined || deposed !== undefined ? undefined : address;
}
