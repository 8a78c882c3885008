/** The middle of some numbers, with what lies around it. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (place: number): number => {
    const number = sorted[Math.round(place * (sorted.length - 1))];
    if (number === undefined) throw new Error("nothing was measured");
    return number;
  };
  return { median: at(0.5), least: at(0), most: at(1) };
}

/** Of runs of the same rounds, one divided by the other. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(ours.map((one, i) => one / (theirs[i] ?? Number.NaN)));
}

/** The exponent of growth: the slope of a straight line through the logarithms of the points, by least squares. */
export function exponentOf(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [middleX, middleY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const covariance = mean(logs.map(([x, y]) => (x - middleX) * (y - middleY)));
  return covariance / mean(logs.map(([x]) => (x - middleX) ** 2));
}
