import { json, Sink } from "../plans/sink.ts";
import { type BenchStep, benchSteps } from "./steps.ts";

/**
 * Writes a preview of about so many bytes as `pulumi preview --json --show-sames` prints it, and gives its size. Its shape is that of Pulumi 3.259; its resources are invented.
 */
export function writePreview(path: string, bytes: number, seed: number): number {
  const sink = new Sink(path);
  const config = { "aws:region": "eu-west-1", "shop:env": "prod" };
  const changeSummary: Record<string, number> = {};
  sink.write(`{\n    "config": ${json(config)},\n    "steps": [`);
  let length = 0;
  for (const step of benchSteps(seed)) {
    const text = indented(step);
    sink.write(length === 0 ? text : `,${text}`);
    length += text.length;
    changeSummary[step.op] = (changeSummary[step.op] ?? 0) + 1;
    if (length >= bytes) break;
  }
  sink.write(`\n    ],\n    "duration": 81000000,\n    "changeSummary": ${json(changeSummary)}\n}\n`);
  sink.close();
  return sink.bytes;
}

/** The engine indents by four. */
function indented({ op, urn, provider, old, new: next }: BenchStep): string {
  const step = { op, urn, provider, ...(old !== undefined && { oldState: old }), newState: next, detailedDiff: null };
  return `\n${JSON.stringify(step, undefined, 4)}`.replaceAll("\n", "\n        ");
}
