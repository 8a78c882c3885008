import { severities } from "#model/finding.ts";
import type { Judgement } from "./judge.ts";

const confidences = ["high", "medium", "low"];

/** Whether the first claim says more than the second: surely rather than perhaps, worse, or with fewer reservations. */
export function isStronger(first: Judgement, second: Judgement): boolean {
  const other = strength(second);
  const difference = strength(first)
    .map((rank, i) => rank - (other[i] ?? rank))
    .find((one) => one !== 0);
  return difference !== undefined && difference < 0;
}

/** Lower is stronger. */
function strength({ rule, claim }: Judgement): readonly number[] {
  return [
    claim.holds === "yes" ? 0 : 1,
    severities.indexOf(claim.severity ?? rule.severity),
    confidences.indexOf(claim.confidence ?? "high"),
  ];
}
