import { within } from "#model/choice.ts";
import { holedJson } from "#model/holed-json.ts";
import { isRecord, jsonTree, parseJson } from "#model/json-tree.ts";
import { insideText, type SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import { type Text, wholeText } from "#model/text.ts";
import { type MapTree, type TextTree, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { ambiguousAt } from "./ambiguous.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { formsOf, onlyForm, statementForms } from "./forms.ts";
import { elementReader, type ParsedStatement, readStatement } from "./statement.ts";

import { Written } from "./written.ts";

export type { ParsedStatement } from "./statement.ts";

/** Something odd about a document that its reader should know. */
export interface DocumentNotice {
  readonly code: string;
  readonly level: Notice["level"];
  readonly message: string;
  readonly at: SourceLocation;
}

/** A policy document, as far as it could be read. */
export interface PolicyDocument {
  readonly statements: readonly ParsedStatement[];
  /** Set when the document or a part of it could not be read: there may be further statements. */
  readonly unread?: Hole;
  readonly version: Text | undefined;
  /** The document as it is written, where it is an object. */
  readonly written?: Written;
  readonly notices: readonly DocumentNotice[];
}

/**
 * Reads a policy document from its JSON text or from native objects. What cannot be read is `unread`, never left out in silence.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readDocument(tree: Tree): PolicyDocument {
  switch (tree.kind) {
    case "text":
      return readTextOnce(tree);
    case "map":
      return readMap(tree);
    case "unknown":
      return readForms(tree) ?? unreadable(tree.hole);
    case "absent":
      return { statements: [], version: undefined, notices: [] };
    case "list":
    case "number":
    case "boolean":
      return refused("policy-not-an-object", "a policy document must be an object", tree.at);
  }
}

/** A document of which a choice tells which one it is: the statements of all of them, each in its form. */
function readForms(tree: Tree): PolicyDocument | undefined {
  const forms = formsOf(tree);
  if (forms.every(({ form }) => form === undefined)) return undefined;
  const read = forms.map(({ tree: one, form }) => ({ document: readDocument(one), form }));
  // What cannot be read in one form may not be what is deployed.
  const unread = read.find(({ document }) => document.unread !== undefined)?.form?.hole;
  return {
    statements: read.flatMap(({ document, form }) =>
      document.statements.map((one) => ({ ...one, ...(form !== undefined && { form: within(form, one.form) }) })),
    ),
    version: undefined,
    notices: read.flatMap(({ document }) => document.notices),
    ...(unread !== undefined && { unread }),
  };
}

/** The longest document that is read. The longest that AWS takes has 32 KiB: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
const maxLength = 128 * 1024;

/** The deepest nesting that a policy document may have; a sensible one has seven levels. */
const maxDepth = 64;

/** A resource that stays as it is has the same tree before and after the change. */
const documents = new WeakMap<TextTree, PolicyDocument>();

function readTextOnce(tree: TextTree): PolicyDocument {
  const known = documents.get(tree);
  if (known !== undefined) return known;
  const document = readText(tree.text, tree.at);
  documents.set(tree, document);
  return document;
}

function readText(text: Text, at: SourceLocation): PolicyDocument {
  const whole = wholeText(text);
  return whole.known ? readWhole(whole.value, at) : readHoled(text, whole.hole, at);
}

function readWhole(text: string, at: SourceLocation): PolicyDocument {
  if (text.length > maxLength) return tooLong(at);
  const parsed = parseJson(text);
  if (parsed === undefined) return refused("policy-not-json", "this policy document is not valid JSON", at);
  if (!isRecord(parsed)) return refused("policy-not-an-object", "a policy document must be an object", at);
  return readJson(text, parsed, at);
}

/** A text with holes is a document with holes, where it is JSON whatever stands in them. */
function readHoled(text: Text, first: Hole, at: SourceLocation): PolicyDocument {
  const length = text.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
  if (length > maxLength) return tooLong(at);
  const json = holedJson(text);
  return json !== undefined && isRecord(json.value)
    ? readJson(json.text, json.value, at, json.fill)
    : unreadable(first);
}

function tooLong(at: SourceLocation): PolicyDocument {
  return unread("policy-too-long", `this policy document is longer than ${maxLength / 1024} KiB`, at);
}

function deeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => deeperThan(item, depth - 1));
}

const asItIs = (tree: Tree): Tree => tree;

/** Of a key that stands twice nobody can say what AWS takes for its value, so what depends on it is not known. */
function readJson(
  text: string,
  json: Readonly<Record<string, unknown>>,
  outer: SourceLocation,
  fill = asItIs,
): PolicyDocument {
  if (deeperThan(json, maxDepth))
    return unread("policy-too-deep", `this policy document is nested deeper than ${maxDepth} levels`, outer);
  const at = insideText(outer);
  const twice = duplicateKeys(text, json);
  const pointers = new Set(twice.flatMap((one) => [at.pointer + one.first, at.pointer + one.second]));
  const treeOf = (value: unknown) => ambiguousAt(fill(jsonTree(value, at)), pointers);
  const isCertain = twice.length === 0 && fill === asItIs;
  const document = readMap(treeOf(json), () => treeOf(parseJson(text)), isCertain ? json : undefined);
  const notices = twice.map(
    (one): DocumentNotice => ({
      code: "duplicate-key",
      level: "info",
      message: `the key ${one.key} stands twice in this policy document; which of the two counts is not certain`,
      at: { ...at, pointer: at.pointer + one.second },
    }),
  );
  return { ...document, notices: [...document.notices, ...notices] };
}

/** `again` makes the tree anew, where it is not kept anyway; `json` is what it was made of, where that is certain. */
function readMap(tree: Tree, again: () => Tree = () => tree, json?: unknown): PolicyDocument {
  if (tree.kind !== "map") return unreadable(tree.kind === "unknown" ? tree.hole : hole("ambiguous-text"));
  const element = elementReader(tree);
  const list = element("Statement");
  if (list.kind === "absent" && hasOtherElements(tree))
    return {
      ...refused("policy-without-statements", "this policy document has no Statement", tree.at),
      written: written(tree, again, json),
    };
  const statements: ParsedStatement[] = [];
  let unread: Hole | undefined;
  for (const { tree: item, form, position } of json === undefined ? statementForms(list) : onlyForm(list)) {
    if (item.kind === "map")
      statements.push({
        ...readStatement(item),
        position,
        ...(form !== undefined && { form, writtenForm: item }),
      });
    else unread ??= item.kind === "unknown" ? item.hole : hole("ambiguous-text");
  }
  const version = textOf(element("Version"));
  const asWritten = written(tree, again, json);
  return { statements, version, written: asWritten, notices: [], ...(unread !== undefined && { unread }) };
}

function written(tree: MapTree, again: () => Tree, json: unknown): Written {
  return new Written(tree, () => asMap(again()), json);
}

function asMap(tree: Tree): MapTree {
  if (tree.kind !== "map") throw new Error("a document that was an object is none when it is read again");
  return tree;
}

/** A document of nothing but its version is an empty one; it is used as a beginning for others. */
function hasOtherElements(tree: MapTree): boolean {
  return tree.keys().some((key) => !["version", "id"].includes(key.toLowerCase()));
}

/** A document that AWS will not take either. */
function refused(code: string, message: string, at: SourceLocation): PolicyDocument {
  return unreadable(hole("ambiguous-text"), { code, level: "info", message, at });
}

/** A document that was given up. */
function unread(code: string, message: string, at: SourceLocation): PolicyDocument {
  return unreadable(hole("unsupported-expression"), {
    code,
    level: "incomplete",
    message: `${message} and was not read`,
    at,
  });
}

function unreadable(why: Hole, ...notices: readonly DocumentNotice[]): PolicyDocument {
  return { statements: [], unread: why, version: undefined, notices };
}
