import { isRecord } from "#model/json-tree.ts";
import type { Purpose } from "./defect.ts";
import { wrongPrincipal } from "./grammar-principals.ts";
import { wrongAction, wrongArn, wrongSid } from "./grammar-statements.ts";

const ofDocument: ReadonlySet<string> = new Set(["Version", "Id", "Statement"]);
const ofStatement: ReadonlySet<string> = new Set([
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
  ...["Resource", "NotResource", "Condition"],
]);

/**
 * Whether a document, as its JSON has it, surely has none of the defects that `documentDefects` would find. Nearly all documents are sound, and seeing that is much
 * cheaper than walking their trees. Where this says no, nothing is said yet: a spelling that is merely unusual is left to the walk.
 */
export function isSound(document: unknown, purpose: Purpose): boolean {
  if (!isRecord(document) || !hasOnly(document, ofDocument)) return false;
  const { Version: version, Statement: written } = document;
  if (version !== undefined && version !== "2012-10-17" && version !== "2008-10-17") return false;
  const statements: readonly unknown[] = Array.isArray(written) ? written : [written];
  const sids = new Set<string>();
  for (const one of statements) if (!isSoundStatement(one, purpose, sids)) return false;
  return true;
}

function isSoundStatement(statement: unknown, purpose: Purpose, sids: Set<string>): boolean {
  if (!isRecord(statement) || !hasOnly(statement, ofStatement)) return false;
  const { Sid: sid, Effect: effect, Condition: condition } = statement;
  if (effect !== "Allow" && effect !== "Deny") return false;
  if (condition !== undefined && !isRecord(condition)) return false;
  if (sid !== undefined && !isSoundSid(sid, purpose, sids)) return false;
  const actions = onlyOne(statement, "Action", "NotAction");
  if (!isListOf(actions, (one) => wrongAction(one, purpose) === undefined)) return false;
  return hasSoundResource(statement, purpose) && hasSoundPrincipal(statement, purpose);
}

function hasOnly(record: object, known: ReadonlySet<string>): boolean {
  for (const key in record) if (!known.has(key)) return false;
  return true;
}

function isSoundSid(sid: unknown, purpose: Purpose, sids: Set<string>): boolean {
  if (typeof sid !== "string" || sids.has(sid) || wrongSid(sid, purpose) !== undefined) return false;
  sids.add(sid);
  return true;
}

/** What stands under one of two names; undefined where it stands under none, or under both. */
function onlyOne(statement: Readonly<Record<string, unknown>>, name: string, other: string): unknown {
  return statement[name] === undefined
    ? statement[other]
    : statement[other] === undefined
      ? statement[name]
      : undefined;
}

/** A text, or a list of texts that has one at least. */
function isListOf(value: unknown, isFine: (value: string) => boolean): boolean {
  if (typeof value === "string") return isFine(value);
  if (!Array.isArray(value) || value.length === 0) return false;
  for (const one of value) if (typeof one !== "string" || !isFine(one)) return false;
  return true;
}

function hasSoundResource(statement: Readonly<Record<string, unknown>>, purpose: Purpose): boolean {
  const { Resource: only, NotResource: except } = statement;
  if (purpose === "trust") return only === undefined && except === undefined;
  if (purpose !== "identity") return only === undefined || except === undefined;
  return isListOf(onlyOne(statement, "Resource", "NotResource"), (one) => wrongArn(one) === undefined);
}

function hasSoundPrincipal(statement: Readonly<Record<string, unknown>>, purpose: Purpose): boolean {
  const { Principal: only, NotPrincipal: except } = statement;
  if (purpose === "guardrail") return true;
  if (purpose === "identity") return only === undefined && except === undefined;
  const principal = onlyOne(statement, "Principal", "NotPrincipal");
  if (purpose === "trust" && !isAssumedBy(principal, statement.Action)) return false;
  return principal === "*" || (isRecord(principal) && areSoundPrincipals(principal));
}

function areSoundPrincipals(principal: Readonly<Record<string, unknown>>): boolean {
  const types = Object.keys(principal);
  return types.length > 0 && types.every((type) => isListOf(principal[type], (one) => isSoundPrincipal(type, one)));
}

function isSoundPrincipal(type: string, value: string): boolean {
  return (
    (type === "AWS" || type === "Service" || type === "Federated") &&
    wrongPrincipal(type.toLowerCase(), value) === undefined
  );
}

/** The usual trust: of services and of principals of AWS, which need one action. */
function isAssumedBy(principal: unknown, action: unknown): boolean {
  if (action !== "sts:AssumeRole" || !isRecord(principal)) return false;
  for (const type in principal) if (type !== "AWS" && type !== "Service") return false;
  return true;
}
