/** Below this length a secret is only hidden where it stands alone: hiding every "a" would hide nothing and spoil everything. */
const shortest = 4;

/**
 * Finds secrets in texts. There may be as many as a plan has values, and each may be as long as the plan, so a look-up
 * takes time in proportion to the logarithm of their number.
 */
export class SecretIndex {
  /** In the order of their UTF-16 units: whatever begins a text stands just before it, or begins what does. */
  readonly #sorted: readonly string[];
  /** Of each secret, the place of the longest other one that it begins with; -1 where there is none. */
  readonly #inner: readonly number[];
  /** 1 for the first two units of a secret, mixed; nearly all places of a text are done with after one look. */
  readonly #beginnings = new Uint8Array(1 << 16);

  constructor(secrets: Iterable<string>) {
    this.#sorted = [...secrets].filter((one) => one.length >= shortest).sort((a, b) => (a < b ? -1 : 1));
    this.#inner = innerOf(this.#sorted);
    for (const secret of this.#sorted) this.#beginnings[mixed(secret.charCodeAt(0), secret.charCodeAt(1))] = 1;
  }

  /** The first place from here on where a secret may begin; the end of the text where none does. */
  next(text: string, from: number): number {
    const beginnings = this.#beginnings;
    const last = text.length - shortest;
    let unit = text.charCodeAt(from);
    for (let place = from; place <= last; place++) {
      const following = text.charCodeAt(place + 1);
      if (beginnings[mixed(unit, following)] === 1) return place;
      unit = following;
    }
    return text.length;
  }

  /** The longest secret that begins here. */
  at(text: string, place: number): string | undefined {
    let found = this.#lastUpTo(text.slice(place));
    while (found >= 0 && !text.startsWith(this.#sorted[found] ?? "", place)) found = this.#inner[found] ?? -1;
    return this.#sorted[found];
  }

  /** The place of the last secret that is not behind a text in their order; -1 where all are. */
  #lastUpTo(text: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? "") <= text) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function mixed(unit: number, following: number): number {
  return (unit * 31 + following) & 0xffff;
}

function innerOf(sorted: readonly string[]): readonly number[] {
  const open: number[] = [];
  return sorted.map((secret, i) => {
    while (open.length > 0 && !secret.startsWith(sorted[open.at(-1) ?? 0] ?? "")) open.pop();
    const inner = open.at(-1) ?? -1;
    open.push(i);
    return inner;
  });
}
