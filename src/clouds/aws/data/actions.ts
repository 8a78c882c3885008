import { matchesGlob } from "#model/glob.ts";
import { unpack } from "./unpack.ts";

/**
 * How AWS classifies an action.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
 */
export type AccessLevel = "read" | "list" | "write" | "tagging" | "permissions-management";

/** What is known of one action. */
export interface ActionFact {
  /** The service's prefix: `s3`. */
  readonly service: string;
  /** With the prefix, in AWS's own letter case: `s3:GetObject`. */
  readonly name: string;
  readonly levels: ReadonlySet<AccessLevel>;
  /** Whether it is about resources that a policy can name: `never` where it can only be allowed on `*`, `sometimes` where it has a use without one. */
  readonly takesResource: "always" | "sometimes" | "never";
  /** The condition keys that AWS fills for it, global ones that it fills for every action left out. In lower case; one with a variable end stops before it: `aws:resourcetag/`. */
  readonly conditionKeys: ReadonlySet<string>;
}

type Traits = Pick<ActionFact, "levels" | "takesResource" | "conditionKeys">;

/** What the table has about one service, still packed. */
interface Line {
  /** The sets of condition keys that its actions have. */
  readonly keys: string;
  /** A name and a code in turns. */
  readonly words: string;
}

/** The actions of all AWS services, as they were on `date`. */
export class ActionTable {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly #packed: string;
  readonly #expanded = new Map<string, readonly ActionFact[]>();
  readonly #services = new Map<string, Service>();
  #lines: ReadonlyMap<string, Line> | undefined;

  constructor(packed: string, date: string) {
    this.#packed = packed;
    this.date = date;
  }

  /** Whether there is a service with this prefix. Letter case does not matter. */
  knowsService(prefix: string): boolean {
    return this.#table().has(prefix.toLowerCase());
  }

  /**
   * The known actions that a pattern matches: `s3:Get*`, `*`. Letter case does not matter. A service's prefix has no
   * wildcards unless the whole pattern is `*` or `*:*`; whatever else is no action pattern matches none.
   */
  expand(pattern: string): readonly ActionFact[] {
    const wanted = pattern.toLowerCase();
    const found = this.#expanded.get(wanted) ?? this.#find(wanted);
    this.#expanded.set(wanted, found);
    return found;
  }

  #find(pattern: string): readonly ActionFact[] {
    if (/^\*+(:\*+)?$/.test(pattern))
      return [...this.#table().keys()].flatMap((prefix) => [...this.#service(prefix).values()]);
    const service = this.#service(pattern.slice(0, Math.max(pattern.indexOf(":"), 0)));
    if (!/[*?]/.test(pattern)) return listOf(service.get(pattern));
    return [...service].flatMap(([name, fact]) => (matchesGlob(pattern, name) ? [fact] : []));
  }

  #service(prefix: string): Service {
    const found = this.#services.get(prefix) ?? this.#factsOf(prefix);
    this.#services.set(prefix, found);
    return found;
  }

  #factsOf(prefix: string): Service {
    const line = this.#table().get(prefix);
    const facts = new Map<string, ActionFact>();
    if (line === undefined) return facts;
    const traits = new TraitsOfService(prefix, line.keys);
    const words = line.words.split(" ");
    let name: string | undefined;
    for (const word of words) {
      if (name !== undefined) facts.set(name.toLowerCase(), { service: prefix, name, ...traits.of(word) });
      name = name === undefined ? `${prefix}:${word}` : undefined;
    }
    return facts;
  }

  #table(): ReadonlyMap<string, Line> {
    this.#lines ??= new Map(unpack(this.#packed).split("\n").map(lineOf));
    return this.#lines;
  }
}

/** The actions of a service by their names in lower case. */
type Service = ReadonlyMap<string, ActionFact>;

function listOf(fact: ActionFact | undefined): readonly ActionFact[] {
  return fact === undefined ? [] : [fact];
}

function lineOf(line: string): readonly [string, Line] {
  const [prefix = "", keys = "", words = ""] = line.split("\t", 3);
  return [prefix, { keys, words }];
}

/** What the codes of one service mean. Few differ, and actions share what they mean. */
class TraitsOfService {
  readonly #sets: readonly ReadonlySet<string>[];
  readonly #known = new Map<string, Traits>();

  constructor(prefix: string, keys: string) {
    this.#sets = keys === "" ? [] : keys.split(" ").map((set) => keySet(set, prefix));
  }

  of(code: string): Traits {
    const found = this.#known.get(code) ?? this.#decode(code);
    this.#known.set(code, found);
    return found;
  }

  #decode(code: string): Traits {
    const [, letters = "", mark = "", number = ""] = /^([a-z]+)([*?]?)(\d*)$/.exec(code) ?? [];
    const levels = Array.from(letters, (letter) => levelOf.get(letter)).filter((level) => level !== undefined);
    const takesResource = mark === "*" ? "never" : mark === "?" ? "sometimes" : "always";
    return { levels: new Set(levels), takesResource, conditionKeys: this.#sets[Number(number || "-1")] ?? none };
  }
}

const none: ReadonlySet<string> = new Set();

function keySet(set: string, prefix: string): ReadonlySet<string> {
  const keys = set.split(",").map((key) => (key.startsWith(":") ? prefix + key : key.replace(/^\//, "aws:")));
  return new Set(keys.map((key) => key.toLowerCase()));
}

const levelOf: ReadonlyMap<string, AccessLevel> = new Map([
  ["r", "read"],
  ["l", "list"],
  ["w", "write"],
  ["t", "tagging"],
  ["p", "permissions-management"],
]);

/** Whether an action does more than read or list. */
export function beyondReading(fact: Pick<ActionFact, "levels">): boolean {
  return [...fact.levels].some((level) => level !== "read" && level !== "list");
}

let loaded: Promise<ActionTable> | undefined;

/** Loads the table, once for all inputs; it is unpacked when it is first asked. */
export function loadActions(): Promise<ActionTable> {
  loaded ??= import("./actions.generated.ts").then(({ date, packed }) => new ActionTable(packed, date));
  return loaded;
}
