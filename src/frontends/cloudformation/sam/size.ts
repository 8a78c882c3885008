/** How many values a part of a template has. */
export function sizeOf(part: unknown): number {
  if (typeof part !== "object" || part === null) return 1;
  return Object.values(part).reduce<number>((sum, one) => sum + sizeOf(one), 1);
}
