import { isRecord } from "#model/json-tree.ts";
import type { ResourceChange } from "#model/plan.ts";
import type { Wants } from "../frontend.ts";
import type { JsonScanner } from "../json/scanner.ts";
import { at, type Json, recordAt } from "../json/shape.ts";
import { actionOf, leavesNothing } from "./actions.ts";
import type { Head } from "./head.ts";
import type { Instances } from "./instances.ts";
import { masksAnything } from "./masks.ts";
import type { Notices } from "./notices.ts";
import { addressOf, changeOf, existing, isManaged, type Known, planned, type Surroundings } from "./resources.ts";
import type { Secrets } from "./secrets.ts";
import { isMask, isValues, type Parsed, type RecordParser, same } from "./values.ts";

export interface GathererOptions extends Surroundings {
  readonly scanner: JsonScanner;
  readonly parser: RecordParser;
  readonly wants: Wants;
  readonly instances: Instances;
  readonly secrets: Secrets;
  readonly notices: Notices;
}

/** Makes resource changes of records. What nobody wants is counted, looked through for secrets, and let go. */
export class Gatherer {
  readonly changes: ResourceChange[] = [];
  readonly #options: GathererOptions;
  readonly #seen = new Set<string>();
  readonly #wanted = new Map<string, boolean>();

  constructor(options: GathererOptions) {
    this.#options = options;
  }

  /** How many resources there are, of every type. */
  get resources(): number {
    return this.#seen.size;
  }

  /**
   * A plan as Terraform makes them: everything that changes or could have is listed; the state has what was looked up,
   * and what was left out.
   */
  withChanges(
    changes: readonly Head[],
    drift: readonly Head[],
    plannedValues: readonly Head[],
    prior: readonly Head[],
  ): void {
    for (const head of this.#known(changes)) {
      this.#see(head);
      const record = this.#take(head);
      if (record !== undefined) this.changes.push(changeOf(head, record, this.#options, false));
    }
    for (const head of [...drift, ...plannedValues]) this.#searchForSecrets(head);
    this.#readState(prior);
  }

  /**
   * A plan that lists no changes: made with `-refresh-only`, or cut down to the planned values. What drifted is told as
   * it was found; of everything else the planned values are compared to the state.
   */
  withoutChanges(drift: readonly Head[], plannedValues: readonly Head[], prior: readonly Head[]): void {
    for (const head of this.#known(drift)) {
      this.#see(head);
      const record = this.#take(head);
      if (record !== undefined) this.changes.push(changeOf(head, record, this.#options, true));
    }
    const known = new Map([...this.#known(prior)].map((head) => [addressOf(head), head]));
    for (const head of this.#known(plannedValues)) {
      if (this.#see(head)) this.#readPlanned(head, known.get(addressOf(head)));
    }
    this.#readState(prior);
  }

  #readPlanned(head: Known, prior: Known | undefined): void {
    const record = this.#take(head);
    if (record === undefined) return;
    const before = prior === undefined ? undefined : this.#options.parser.parse(prior);
    const unchanged = before !== undefined && same(at(before.value, "values"), at(record.value, "values"));
    const earlier = before === undefined || prior === undefined ? undefined : existing(prior, before, this.#options);
    this.changes.push(planned(head, record, earlier, unchanged, this.#options));
  }

  #readState(heads: readonly Head[]): void {
    for (const head of this.#known(heads)) {
      if (!this.#see(head)) this.#searchForSecrets(head);
      else {
        const record = this.#take(head);
        if (record !== undefined) this.changes.push(existing(head, record, this.#options));
      }
    }
  }

  /** Whether a resource is met for the first time. */
  #see(head: Known): boolean {
    const address = addressOf(head);
    if (this.#seen.has(address)) return false;
    this.#seen.add(address);
    if (head.deposed === undefined && !leavesNothing(head.actions)) this.#options.instances.add(address);
    return true;
  }

  *#known(heads: readonly Head[]): Iterable<Known> {
    for (const head of heads) {
      if (isKnown(head)) yield head;
      else this.#sayOdd(head);
    }
  }

  /** The values of a record that somebody wants. */
  #take(head: Known): Parsed | undefined {
    if (!this.#isWanted(head.type)) {
      this.#searchForSecrets(head);
      return undefined;
    }
    const record = this.#options.parser.parse(head);
    if (head.marked) this.#options.secrets.record(record.value);
    if (!hasShape(record.value) || !tellsValues(record.value, head)) this.#sayOdd(head);
    return record;
  }

  #searchForSecrets(head: Head): void {
    if (head.marked) this.#options.secrets.record(this.#options.scanner.parse(head.start, head.end));
  }

  #isWanted(type: string): boolean {
    const known = this.#wanted.get(type);
    if (known !== undefined) return known;
    const wanted = this.#options.wants(type, "terraform");
    this.#wanted.set(type, wanted);
    return wanted;
  }

  #sayOdd(head: Head): void {
    this.#options.notices.odd(head.pointer);
  }
}

function isKnown(head: Head): head is Known {
  return head.address !== undefined && head.type !== undefined;
}

/** Whether what is read of a record has the shape that it is read in. */
function hasShape(record: unknown): boolean {
  const { change, values, sensitive_values } = isRecord(record) ? record : none;
  const { before, after, after_unknown, before_sensitive, after_sensitive } = isRecord(change) ? change : none;
  return (
    [before, after, values].every(isValues) &&
    [after_unknown, before_sensitive, after_sensitive, sensitive_values].every(isMask)
  );
}

const none: Json = {};

/**
 * Whether a record of something that is there afterwards tells what it is like. Terraform lists an orphan that is gone already as one that nothing happens to,
 * with nothing before and after.
 */
function tellsValues(record: unknown, head: Head): boolean {
  if (!isManaged(head) || leavesNothing(head.actions)) return true;
  const change = at(record, "change");
  if (change === undefined) return isRecord(at(record, "values"));
  const { before, after, after_unknown: mask } = recordAt(change) ?? {};
  return isRecord(after) || masksAnything(mask) || (before === null && actionOf(change) === "none");
}
