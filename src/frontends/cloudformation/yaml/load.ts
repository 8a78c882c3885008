import { load, YAMLException } from "js-yaml";
import { InputError } from "#model/input-error.ts";
import { nameOf } from "../../input/name.ts";
import { maxDepth } from "../../json/scanner.ts";
import type { Loaded } from "../loaded.ts";
import { duplicatesIn } from "./duplicates.ts";
import { hasOddKey } from "./odd-keys.ts";
import { options } from "./options.ts";
import { sizeOf } from "./size.ts";

/** How many values a template may have once its aliases are written out; the largest that AWS takes has 1 MB. */
const maxValues = 1_000_000;

/** @throws InputError for what is no YAML, and for aliases that make more of it than there is. */
export function loadYaml(path: string, text: string): Loaded {
  const loaded = parse(path, text);
  const { values, depth } = sizeOf(loaded.root, maxDepth);
  if (values > maxValues || depth > maxDepth) throw tooLarge(path);
  if (!hasOddKey(loaded.root)) return loaded;
  const message = `${nameOf(path)} has a key that is no text, but a mapping or a function`;
  throw new InputError(3, "yaml-key", message, "Write the key as a text: CloudFormation takes no others.");
}

function tooLarge(path: string): InputError {
  return new InputError(
    3,
    "yaml-aliases",
    `${nameOf(path)} has aliases that make it larger than a million values, or deeper than ${maxDepth} levels`,
    "No template needs that: write them out.",
  );
}

function parse(path: string, text: string): Loaded {
  try {
    return { root: load(text, options), twice: [] };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (!error.reason.startsWith("duplicated mapping key")) throw refused(path, error);
  }
  return withoutDuplicates(path, text);
}

/** The last value of a key counts, as it does in JSON. */
function withoutDuplicates(path: string, text: string): Loaded {
  try {
    return { root: load(text, { ...options, json: true }), twice: duplicatesIn(text) };
  } catch (error) {
    throw error instanceof YAMLException ? refused(path, error) : error;
  }
}

const reasons: readonly (readonly [RegExp, code: string, says: string, hint: string])[] = [
  [
    /^nesting exceeded/,
    "yaml-too-deep",
    "is nested deeper than 100 levels",
    "No template is: write it anew, or as JSON.",
  ],
  [/^merge keys exceeded/, "yaml-aliases", "merges more keys than a template can have", "Write them out."],
  [
    /^expected a single document/,
    "yaml-documents",
    "holds several documents",
    "Give each template in a file of its own.",
  ],
];

/** The words of the parser are not repeated: they may quote the text, which may hold secrets. */
function refused(path: string, { reason, mark }: YAMLException): InputError {
  const known = reasons.find(([pattern]) => pattern.test(reason));
  const [, code, says, hint] = known ?? [
    undefined,
    "yaml-invalid",
    `is not valid YAML (line ${mark.line + 1}, column ${mark.column + 1})`,
    "Look at that line: the indentation, a quote that is not closed, or a tab.",
  ];
  return new InputError(3, code, `${nameOf(path)} ${says}`, hint);
}
