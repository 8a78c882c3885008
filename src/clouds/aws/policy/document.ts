import { isRecord, jsonTree } from "#model/json-tree.ts";
import { insideText, type SourceLocation } from "#model/location.ts";
import { type Text, wholeText } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { type ParsedStatement, readStatement } from "./statement.ts";

export type { ParsedStatement } from "./statement.ts";

/** Something odd about a document that its reader should know. */
export interface DocumentNotice {
  readonly code: string;
  readonly message: string;
  readonly at: SourceLocation;
}

/** A policy document, as far as it could be read. */
export interface PolicyDocument {
  readonly statements: readonly ParsedStatement[];
  /** Set when the document or a part of it could not be read: there may be further statements. */
  readonly unread?: Hole;
  readonly version: Text | undefined;
  readonly notices: readonly DocumentNotice[];
}

/**
 * Reads a policy document from its JSON text or from native objects. What cannot be read is `unread`, never left out in silence.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readDocument(tree: Tree): PolicyDocument {
  switch (tree.kind) {
    case "text":
      return readText(tree.text, tree.at);
    case "map":
      return readMap(tree);
    case "unknown":
      return unreadable(tree.hole);
    case "absent":
      return { statements: [], version: undefined, notices: [] };
    case "list":
    case "number":
    case "boolean":
      return unreadable(hole("ambiguous-text"), {
        code: "policy-not-an-object",
        message: "a policy document must be an object",
        at: tree.at,
      });
  }
}

function readText(text: Text, at: SourceLocation): PolicyDocument {
  const value = wholeText(text);
  if (!value.known) return unreadable(value.hole);
  const parsed = parse(value.value);
  if (parsed === undefined)
    return unreadable(hole("ambiguous-text"), {
      code: "policy-not-json",
      message: "this policy document is not valid JSON",
      at,
    });
  return withDuplicates(readMap(jsonTree(parsed, insideText(at))), value.value, insideText(at));
}

/** The deepest nesting that a policy document may have; a sensible one has seven levels. */
const maxDepth = 64;

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && !deeperThan(value, maxDepth) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function deeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => deeperThan(item, depth - 1));
}

function readMap(tree: Tree): PolicyDocument {
  const list = field(tree, "Statement");
  const statements: ParsedStatement[] = [];
  let unread: Hole | undefined = list.kind === "unknown" ? list.hole : undefined;
  const notices: DocumentNotice[] = [];
  for (const item of list.kind === "unknown" ? [] : elements(list)) {
    if (item.kind === "map") statements.push(readStatement(item));
    else unread ??= item.kind === "unknown" ? item.hole : hole("ambiguous-text");
  }
  return { statements, version: textOf(field(tree, "Version")), notices, ...(unread !== undefined && { unread }) };
}

/** A key that stands twice: the last one counts for us, but not surely for AWS, so the statement is at best undecided. */
function withDuplicates(document: PolicyDocument, text: string, at: SourceLocation): PolicyDocument {
  const pointers = duplicateKeys(text);
  if (pointers.length === 0) return document;
  const twice = hole("ambiguous-text");
  const notices = pointers.map(
    (one): DocumentNotice => ({
      code: "duplicate-key",
      message: `the key ${one.key} stands twice in this policy document; the last one was read`,
      at: { ...at, pointer: at.pointer + one.pointer },
    }),
  );
  const statements = document.statements.map((one) =>
    notices.some((notice) => notice.at.pointer.startsWith(`${one.at.pointer}/`)) ? { ...one, unread: twice } : one,
  );
  const whole = pointers.some((one) => !/^\/Statement(\/|$)/.test(one.pointer) || one.pointer === "/Statement");
  return { ...document, statements, notices: [...document.notices, ...notices], ...(whole && { unread: twice }) };
}

function unreadable(why: Hole, ...notices: readonly DocumentNotice[]): PolicyDocument {
  return { statements: [], unread: why, version: undefined, notices };
}
