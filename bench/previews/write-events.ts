import { json, Sink } from "../plans/sink.ts";
import type { Json } from "./service.ts";
import { type BenchStep, benchSteps } from "./steps.ts";

/**
 * Writes events of about so many bytes as `pulumi preview --event-log` leaves them, a line each, and gives the size.
 * For each resource the engine tells two events, and some messages for those who mend it.
 */
export function writeEvents(path: string, bytes: number, seed: number): number {
  const sink = new Sink(path);
  let [sequence, length] = [0, 0];
  const write = (event: Json) => {
    const text = `${json({ sequence: sequence++, timestamp: 1_767_225_600, ...event })}\n`;
    length += text.length;
    sink.write(text);
  };
  write({ preludeEvent: { config: { "aws:region": "eu-west-1", "shop:env": "prod" } } });
  for (const step of benchSteps(seed)) {
    for (const event of eventsOf(step)) write(event);
    if (length >= bytes) break;
  }
  write({ summaryEvent: { maybeCorrupt: false, durationSeconds: 3, isPreview: true, result: "succeeded" } });
  write({ cancelEvent: {} });
  sink.close();
  return sink.bytes;
}

function* eventsOf(step: BenchStep): Iterable<Json> {
  const message = `Registering resource: t=${step.type}, urn=${step.urn}, custom=true, remote=false\n`;
  const debug = { prefix: "debug: ", message, color: "never", severity: "debug" };
  yield { diagnosticEvent: debug };
  yield { diagnosticEvent: { ...debug, message: `RegisterResource RPC prepared: t=${step.type}\n` } };
  const metadata = metadataOf(step);
  yield { resourcePreEvent: { metadata, planning: true } };
  yield { resOutputsEvent: { metadata, planning: true } };
}

function metadataOf({ op, urn, type, provider, old, new: next }: BenchStep): Json {
  const told = old === undefined ? null : stateOf(old);
  return { op, urn, type, old: told, new: stateOf(next), detailedDiff: null, provider };
}

/** Events leave out where a resource stands and what it waits for. */
function stateOf({ type, urn, id = "", parent, inputs, outputs = {}, provider }: Json): Json {
  return { type, urn, id, custom: true, parent, inputs, outputs, provider };
}
