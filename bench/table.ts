import { availableParallelism, cpus, loadavg } from "node:os";
import { type Figure, isMissed } from "./targets.ts";

/** What the figures were taken on. Ratios travel, milliseconds do not. */
export function showMachine(rounds: number): string {
  const load = loadavg()[0] ?? Number.NaN;
  const processor = cpus()[0]?.model ?? "unknown processor";
  return `Node.js ${process.version}, ${availableParallelism()} × ${processor}, load ${load.toFixed(1)}, ${rounds} rounds`;
}

export function showFigures(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [
    one.name,
    show(one.value),
    `${show(one.least)} – ${show(one.most)}`,
    verdict(one),
  ]);
  const table = [["", "median", "least – most", "target"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i] ?? 0, i))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === 3 ? cell.padEnd(width) : cell.padStart(width);
}

function verdict(one: Figure): string {
  if (one.target === undefined) return "";
  return `≤ ${one.target}${isMissed(one) ? "  MISSED" : ""}`;
}

function show(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2);
}
