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
  /** False where the action can only be allowed on `*`. */
  readonly takesResource: boolean;
}

type Traits = Pick<ActionFact, "levels" | "takesResource">;

/** The actions of all AWS services, as they were on `date`. */
export class ActionTable {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly #packed: string;
  readonly #expanded = new Map<string, readonly ActionFact[]>();
  readonly #services = new Map<string, readonly ActionFact[]>();
  readonly #traits = new Map<string, Traits>();
  #lines: ReadonlyMap<string, string> | undefined;

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
    if (/^\*+(:\*+)?$/.test(pattern)) return [...this.#table().keys()].flatMap((prefix) => this.#service(prefix));
    const colon = pattern.indexOf(":");
    if (colon < 0) return [];
    const name = pattern.slice(colon + 1);
    return this.#service(pattern.slice(0, colon)).filter((fact) =>
      matchesGlob(name, fact.name.slice(colon + 1).toLowerCase()),
    );
  }

  #service(prefix: string): readonly ActionFact[] {
    const found = this.#services.get(prefix) ?? this.#factsOf(prefix);
    this.#services.set(prefix, found);
    return found;
  }

  /** A line is a name and a code in turns. */
  #factsOf(prefix: string): readonly ActionFact[] {
    const words = this.#table().get(prefix)?.split(" ") ?? [];
    const facts: ActionFact[] = [];
    let name: string | undefined;
    for (const word of words) {
      if (name !== undefined) facts.push({ service: prefix, name: `${prefix}:${name}`, ...this.#traitsOf(word) });
      name = name === undefined ? word : undefined;
    }
    return facts;
  }

  #traitsOf(code: string): Traits {
    const found = this.#traits.get(code) ?? decode(code);
    this.#traits.set(code, found);
    return found;
  }

  #table(): ReadonlyMap<string, string> {
    this.#lines ??= new Map(unpack(this.#packed).split("\n").map(lineOf));
    return this.#lines;
  }
}

function lineOf(line: string): readonly [string, string] {
  const tab = line.indexOf("\t");
  return [line.slice(0, tab), line.slice(tab + 1)];
}

const levelOf: ReadonlyMap<string, AccessLevel> = new Map([
  ["r", "read"],
  ["l", "list"],
  ["w", "write"],
  ["t", "tagging"],
  ["p", "permissions-management"],
]);

function decode(code: string): Traits {
  const levels = Array.from(code, (letter) => levelOf.get(letter)).filter((level) => level !== undefined);
  return { levels: new Set(levels), takesResource: !code.endsWith("*") };
}

/** Whether an action does more than read or list. */
export function beyondReading(fact: ActionFact): boolean {
  return [...fact.levels].some((level) => level !== "read" && level !== "list");
}

let loaded: Promise<ActionTable> | undefined;

/** Loads the table, once for all inputs; it is unpacked when it is first asked. */
export function loadActions(): Promise<ActionTable> {
  loaded ??= import("./actions.generated.ts").then(({ date, packed }) => new ActionTable(packed, date));
  return loaded;
}
