import { z } from "zod";
import { severities } from "#model/finding.ts";
import type { Report } from "#model/report.ts";

const text = z.string();
const count = z.int().min(0);
const place = z.int().min(1);
const severity = z.enum(severities);

const origin = z.object({
  construct: text.meta({ description: "Path of the construct in its app." }),
  madeBy: z
    .enum(["program", "library", "untraced"])
    .meta({ description: "Whose code called for it; untraced: the app kept no trace." }),
  file: text.exactOptional().meta({ description: "Relative to the working folder where inside of it." }),
  line: place.exactOptional(),
  column: place.exactOptional(),
});

const location = z.object({
  document: text.meta({ description: "The document as it was named, or - for standard input." }),
  pointer: text.meta({ description: "JSON pointer (RFC 6901); # leads into a JSON text inside the document." }),
  address: text.exactOptional().meta({ description: "Address of the resource." }),
  line: place.exactOptional().meta({ description: "Only where a format asked for it; from 1." }),
  column: place.exactOptional().meta({ description: "In UTF-16 code units, from 1." }),
  origin: origin.exactOptional().meta({
    description: "What of a program made it: a construct of the CDK, or a resource of Pulumi behind its components.",
  }),
});

const frameworks = z.record(text, z.array(text));

const subject = z.object({
  kind: text,
  name: text,
  address: text,
  type: text,
  cloud: text,
  account: text.nullable(),
  environment: text.nullable(),
  owner: text.nullable(),
});

const finding = z.object({
  id: text.meta({ description: "Stable across renames in the source and moves of lines." }),
  rule: text,
  family: text,
  severity,
  confidence: z.enum(["high", "medium", "low"]),
  verdict: z.enum(["fails", "undecided"]),
  blocks: z.boolean(),
  change: z.enum(["added", "widened", "touched", "unchanged", "present"]),
  subject,
  detail: text,
  message: text,
  evidence: z.array(z.object({ role: z.enum(["primary", "because", "path"]), message: text, location })),
  fix: text,
  waitsFor: z.array(text).meta({ description: "What an undecided finding waits for." }),
  frameworks,
  suppressed: z.object({ reason: text, owner: text, expires: text }).nullable(),
});

/** The report as a schema, to be published. That it says the same as the type is checked below, when this is compiled. */
export const reportSchema = z.object({
  schemaVersion: z.literal("1.0"),
  tool: z.object({ name: z.literal("rolecall"), version: text }),
  today: text.meta({ description: "The day that dates were compared with, YYYY-MM-DD." }),
  inputs: z.array(z.object({ path: text, frontend: text, format: text, resources: count, complete: z.boolean() })),
  summary: z.object({
    verdict: z.enum(["pass", "fail", "incomplete"]),
    exitCode: z.int(),
    identities: count,
    blocking: count,
    undecided: count,
    suppressed: count,
    existing: count,
    bySeverity: z.object({ critical: count, high: count, medium: count, low: count, info: count }),
    identityChanges: z.object({ added: count, changed: count, removed: count }),
  }),
  findings: z.array(finding),
  rules: z
    .array(z.object({ id: text, family: text, severity, title: text, why: text, fix: text, frameworks }))
    .meta({ description: "The rules that were run." }),
  identities: z.array(subject.extend({ action: text })),
  notices: z.array(z.object({ code: text, level: z.enum(["info", "incomplete"]), message: text, location })),
});

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

/** Fails to compile when the schema and the type differ. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
void (true satisfies Same<Mutable<z.infer<typeof reportSchema>>, Mutable<Report>>);
