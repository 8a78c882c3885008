import type { DocumentHole, DocumentStatement, GraphDocument } from "#model/graph-document.ts";
import { isSimple } from "./given.ts";
import type { Followed } from "./json-path.ts";
import { wholeHole } from "./leaf.ts";
import { pathOf } from "./selectors.ts";

/** A list of the document that a path goes through, and the stand-ins for what of it could not be read. */
type StandIns = (document: GraphDocument, isEnd: boolean) => readonly Followed[];

/**
 * Stand-ins for things that a `given` would lead to if all were known: the statements of a policy that is not known yet. All that is known of one is whom it
 * belongs to, so a rule about it is undecided, never passed in silence.
 */
export function standInsFor(given: string): (document: GraphDocument) => readonly Followed[] {
  const path = pathOf(given) ?? "";
  const names = [...path.matchAll(/[A-Za-z]\w*/g)].map(([name]) => name);
  const used = Object.entries(lists).filter(([name]) =>
    isSimple(path) ? isOnTheWay(name, names) : mayLeadTo(path, names, name),
  );
  const end = names.at(-1);
  return (document) => used.flatMap(([name, standIns]) => standIns(document, name === end));
}

function isOnTheWay(name: string, names: readonly string[]): boolean {
  return name === "statements" ? names[0] === "policies" && names[1] === name : names[0] === name;
}

/** A path that is more than names and `[*]` may lead to more than it names. */
function mayLeadTo(path: string, names: readonly string[], name: string): boolean {
  return path.includes("..") || /^\$(?:\.\*|\[\*\])/.test(path) || names.includes(name);
}

const lists: Readonly<Record<"trust" | "grants" | "statements", StandIns>> = {
  trust: ({ identities, trust }, isEnd) => [
    ...identities.flatMap(({ id, trustUnread, at }, i) =>
      trustUnread === null ? [] : [standIn({ identity: id }, trustUnread, isEnd, ["identities", String(i)], at)],
    ),
    ...(isEnd ? [] : trust.flatMap((one, i) => ofStatement(one, ["trust", String(i)]))),
  ],
  statements: ({ policies }, isEnd) =>
    policies.flatMap(({ unread, at, statements }, i) => [
      ...(unread === null ? [] : [standIn({}, unread, isEnd, ["policies", String(i)], at)]),
      ...(isEnd ? [] : statements.flatMap((one) => ofStatement(one, ["policies", String(i)]))),
    ]),
  grants: (document, isEnd) => [...ofAttachments(document, isEnd), ...ofLoosePolicies(document, isEnd)],
};

/** What a path into a statement would lead to, if all of the statement were read. */
function ofStatement({ unread, at }: DocumentStatement, steps: readonly string[]): readonly Followed[] {
  return unread === null ? [] : [standIn({}, unread, false, steps, at)];
}

function standIn(
  known: Readonly<Record<string, unknown>>,
  hole: DocumentHole,
  isEnd: boolean,
  steps: readonly string[],
  at: unknown,
): Followed {
  return { value: { ...(isEnd ? known : {}), hole, at }, steps };
}

/** What somebody gets by an attachment whose policy, or a part of it, is not known. */
function ofAttachments({ attachments, policies }: GraphDocument, isEnd: boolean): readonly Followed[] {
  const unread = new Map(policies.map((one) => [one.id, one.unread]));
  return attachments.flatMap(({ id, kind, policy, policyText, to, at }, i) => {
    const hole = policy === null ? (wholeHole(policyText) ?? unknownPolicy) : (unread.get(policy) ?? null);
    if (kind !== "grants" || hole === null) return [];
    const known = { holder: to, attachment: id, ...(policy === null ? {} : { policy }) };
    return [standIn(known, hole, isEnd, ["attachments", String(i)], at)];
  });
}

/** The policy is named, but nobody has its text. */
const unknownPolicy: DocumentHole = { reason: "unresolved-reference", waitsFor: [] };

function ofLoosePolicies({ policies, attachments }: GraphDocument, isEnd: boolean): readonly Followed[] {
  const used = new Set(attachments.flatMap(({ policy, to }) => (policy === null || to === null ? [] : [policy])));
  return policies.flatMap(({ id, subject, unread, at }, i) =>
    subject === null || unread === null || used.has(id)
      ? []
      : [standIn({ holder: id, policy: id }, unread, isEnd, ["policies", String(i)], at)],
  );
}
