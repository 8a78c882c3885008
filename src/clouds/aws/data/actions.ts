import { matchesGlob } from "#model/glob.ts";
import { unpack } from "./unpack.ts";

/** How AWS classifies an action. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html */
export type AccessLevel = "read" | "list" | "write" | "tagging" | "permissions-management";

export interface ActionFact {
  /** `s3:GetObject`. */
  readonly name: string;
  readonly levels: ReadonlySet<AccessLevel>;
  /** False where the action can only be allowed on `*`. */
  readonly takesResource: boolean;
}

const levels: Readonly<Record<string, AccessLevel>> = { r: "read", l: "list", w: "write", t: "tagging", p: "permissions-management" };

/** The actions of all AWS services, as they were on `date`. */
export class ActionTable {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly #packed: string;
  readonly #expanded = new Map<string, readonly ActionFact[]>();
  readonly #services = new Map<string, readonly ActionFact[]>();
  #lines: ReadonlyMap<string, string> | undefined;

  constructor(packed: string, date: string) {
    this.#packed = packed;
    this.date = date;
  }

  knowsService(prefix: string): boolean {
    return this.#table().has(prefix.toLowerCase());
  }

  /** The known actions that a pattern matches: `s3:Get*`, `*`. Letter case does not matter. A service prefix has no wildcards unless the whole pattern is `*` or `*:*`. */
  expand(pattern: string): readonly ActionFact[] {
    const wanted = pattern.toLowerCase();
    const found = this.#expanded.get(wanted) ?? this.#find(wanted);
    this.#expanded.set(wanted, found);
    return found;
  }

  #find(pattern: string): readonly ActionFact[] {
    if (pattern === "*" || pattern === "*:*") return [...this.#table().keys()].flatMap((prefix) => this.#service(prefix));
    const colon = pattern.indexOf(":");
    if (colon < 0) return [];
    const prefix = pattern.slice(0, colon);
    const name = pattern.slice(colon + 1);
    return this.#service(prefix).filter((fact) => matchesGlob(name, fact.name.slice(colon + 1).toLowerCase()));
  }

  #service(prefix: string): readonly ActionFact[] {
    const found = this.#services.get(prefix) ?? factsOf(prefix, this.#table().get(prefix));
    this.#services.set(prefix, found);
    return found;
  }

  #table(): ReadonlyMap<string, string> {
    this.#lines ??= new Map(unpack(this.#packed).split("\n").map((line) => line.split("\t") as [string, string]));
    return this.#lines;
  }
}

function factsOf(prefix: string, line: string | undefined): readonly ActionFact[] {
  if (line === undefined) return [];
  const words = line.split(" ");
  const facts: ActionFact[] = [];
  for (let i = 0; i + 1 < words.length; i += 2) facts.push(factOf(`${prefix}:${words[i]}`, words[i + 1] as string));
  return facts;
}

function factOf(name: string, code: string): ActionFact {
  const known = [...code].map((letter) => levels[letter]).filter((level) => level !== undefined);
  return { name, levels: new Set(known), takesResource: !code.endsWith("*") };
}

/** Whether an action does more than read or list. */
export function beyondReading(fact: ActionFact): boolean {
  return [...fact.levels].some((level) => level !== "read" && level !== "list");
}

export async function loadActions(): Promise<ActionTable> {
  const { date, packed } = await import("./actions.generated.ts");
  return new ActionTable(packed, date);
}
