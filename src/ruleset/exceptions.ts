import type { Finding } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { Notice } from "#model/notice.ts";
import type { Exception, Ruleset } from "#model/ruleset.ts";
import type { LockableSetting } from "./merge.ts";

/** What an exception is compared with. */
export interface ExceptionTarget {
  readonly id: string;
  readonly rule: string;
  readonly subjectName: string;
  readonly detail: string;
}

/** Whether an exception names a finding: by its id, or as `rule/subject/detail` with `*` as wildcard. */
export function matchesException({ finding }: Pick<Exception, "finding">, target: ExceptionTarget): boolean {
  return finding.includes("/")
    ? matchesGlob(finding, `${target.rule}/${target.subjectName}/${target.detail}`)
    : finding === target.id;
}

export interface Excepted {
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** Marks the findings that somebody has accepted, and tells which exceptions do nothing (any more). `today` is YYYY-MM-DD. */
export function applyExceptions(
  findings: readonly Finding[],
  ruleset: Pick<Ruleset, "rules" | "exceptions">,
  today: string,
): Excepted {
  const { exceptions, rules } = ruleset;
  const used = new Set<Exception>();
  const marked = findings.map((finding) => {
    const target = { id: finding.id, rule: finding.rule, subjectName: finding.subject.name, detail: finding.detail };
    const matching = exceptions.filter(
      (one) => matchesException(one, target) && mayExcept(one, rules.get(finding.rule)),
    );
    for (const one of matching) used.add(one);
    const valid = matching.find((one) => one.expires >= today);
    return valid === undefined
      ? finding
      : { ...finding, suppressed: { reason: valid.reason, owner: valid.owner, expires: valid.expires } };
  });
  return { findings: marked, notices: exceptions.flatMap((one) => noticesOf(one, used.has(one), today)) };
}

/** A locked rule has exceptions only in the file that locks it. */
function mayExcept(exception: Exception, setting: LockableSetting | undefined): boolean {
  return setting === undefined || !setting.locked || setting.lockedAt?.file === exception.source.file;
}

function noticesOf(exception: Exception, used: boolean, today: string): readonly Notice[] {
  const { finding, expires, owner, source } = exception;
  const where = `exception "${finding}" (${source.file}:${source.line})`;
  if (expires < today)
    return [notice("expired-exception", `${where} expired on ${expires}: ${owner} must renew or remove it`, exception)];
  return used ? [] : [notice("unused-exception", `${where} fits no finding: remove it`, exception)];
}

function notice(code: string, message: string, { source }: Exception): Notice {
  return { code, level: "info", message, location: { document: source.file, pointer: "" } };
}
