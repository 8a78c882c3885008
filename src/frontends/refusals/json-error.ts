import type { InputError } from "#model/input-error.ts";
import { fromPlanFile } from "../input/commands.ts";
import { brokenUtf16, type OpenedDocument } from "../input/open.ts";
import type { JsonProblem, ProblemKind } from "../json/problem.ts";
import { maxDepth } from "../json/scanner.ts";
import { refuse } from "./refusal.ts";

type Sentence = readonly [code: string, says: string, hint: string];

const sentencesWith = (command: string): Readonly<Record<ProblemKind | "nul", Sentence>> => ({
  invalid: ["json-invalid", "is not valid JSON", `Write it anew: ${command}`],
  truncated: [
    "json-truncated",
    "is cut off: its JSON ends too early",
    `The command that wrote it may have failed, or the disk is full: ${command}`,
  ],
  trailing: ["json-trailing", "goes on behind the end of its JSON", "Give each document in a file of its own."],
  "too-deep": [
    "json-too-deep",
    `is nested deeper than ${maxDepth} levels`,
    `No plan is: write it anew with ${command}`,
  ],
  "too-long": [
    "json-too-long",
    "holds a single value of more than 512 MiB",
    "Plan a part of the configuration: rolecall judges one plan of each root module.",
  ],
  nul: ["nul-bytes", "is not valid JSON: it holds NUL bytes", `Write it anew: ${command}`],
});

/** What is wrong with a JSON document, where, and the command that writes it anew. Its text is never quoted, it may hold secrets. */
export function jsonError(document: OpenedDocument, problem: JsonProblem, command: string = fromPlanFile): InputError {
  if (document.encoding !== "utf-8" && problem.kind !== "too-deep") return brokenUtf16(document.path);
  const kind = document.bytes[problem.offset] === 0 ? "nul" : problem.kind;
  const [code, says, hint] = sentencesWith(command)[kind];
  return refuse(document.path, {
    code,
    says: `${says} (line ${lineOf(document, problem.offset)}, byte ${problem.offset})`,
    hint,
  });
}

function lineOf({ bytes }: OpenedDocument, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line++;
  return line;
}
