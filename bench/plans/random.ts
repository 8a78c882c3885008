/** A sequence of numbers that looks random and is the same for the same seed: Marsaglia's xorshift, 32 bits. */
export class Random {
  #state: number;

  /** Numbers that together name what is to be made: equal ones give equal sequences. */
  constructor(...seeds: readonly number[]) {
    this.#state = seeds.reduce((state, seed) => mixed(state ^ Math.imul(seed + 1, 0x85ebca6b)), 0x2545f491) || 1;
  }

  /** An integer from 0 up to, and without, `limit`. */
  below(limit: number): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return Math.floor(((state >>> 0) / 0x1_0000_0000) * limit);
  }

  chance(share: number): boolean {
    return this.below(10_000) < share * 10_000;
  }

  /** 1 up to about twice the mean. */
  count(mean: number): number {
    return 1 + this.below(2 * mean - 1);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  list<T>(length: number, make: (index: number) => T): readonly T[] {
    return Array.from({ length }, (_, index) => make(index));
  }

  hex(length: number): string {
    let text = "";
    while (text.length < length) text += this.below(0x1000000).toString(16).padStart(6, "0");
    return text.slice(0, length);
  }
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return twice ^ (twice >>> 16);
}
