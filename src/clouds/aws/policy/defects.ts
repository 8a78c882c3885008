import type { Defect } from "#model/defect.ts";
import type { Tree } from "#model/tree.ts";
import type { Purpose } from "./defect.ts";
import type { PolicyDocument } from "./document.ts";
import { defectsOfStatement, documentDefects } from "./grammar.ts";
import { conditionDefects } from "./grammar-conditions.ts";
import type { ParsedStatement } from "./statement.ts";

/** What was noticed while a document was read that AWS refuses. */
const refused = new Set(["policy-not-json", "policy-not-an-object"]);

/** What AWS refuses in the document that stands at `tree`; nothing of one that nobody can read yet. */
export function defectsOf(document: PolicyDocument, purpose: Purpose, tree: Tree): readonly Defect[] {
  const { notices, statements, written } = document;
  if (written !== undefined)
    return [...written.defects(purpose, documentDefects), ...statements.flatMap(conditionDefects)];
  return isWritten(tree) ? notices.filter((one) => refused.has(one.code)).map(asDefect) : [];
}

/** A statement of which it is told whether its form is written as it should be; of one in a document that is chosen as a whole it is not. */
export function withSoundForm({ writtenForm, ...statement }: ParsedStatement, purpose: Purpose): ParsedStatement {
  const { form } = statement;
  if (form === undefined || writtenForm === undefined) return statement;
  const defects = [...defectsOfStatement(writtenForm, purpose), ...conditionDefects(statement)];
  return { ...statement, form: { ...form, sound: defects.length === 0 } };
}

/** What is taken from elsewhere, as a reference leads there, may be no document after all; an empty text is how providers say that there is none. */
function isWritten(tree: Tree): boolean {
  return tree.kind !== "unknown" && !(tree.kind === "text" && tree.text.length === 0);
}

function asDefect({ code, message, at }: PolicyDocument["notices"][number]): Defect {
  return { what: code.replace("policy-", "").replaceAll("-", " "), message, at };
}
