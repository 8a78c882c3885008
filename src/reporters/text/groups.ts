import type { Finding } from "#model/finding.ts";

/** Findings that say the same about instances of one definition, in their order. */
export type Group = readonly [Finding, ...Finding[]];

/** Puts together what one line of the author's code caused: the same rule, detail and message over `count`, `for_each` and modules. */
export function grouped(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function keyOf({ rule, severity, verdict, blocks, change, detail, subject, message }: Finding): string {
  return JSON.stringify([
    rule,
    severity,
    verdict,
    blocks,
    change,
    detail,
    subject.type,
    definition(subject.address),
    unnamed(message, subject),
  ]);
}

/** A message without what tells one instance from another. */
function unnamed(message: string, { name, address }: Finding["subject"]): string {
  const rest = address === "" ? message : message.replaceAll(address, "{}");
  return name === "" ? rest : rest.replaceAll(name, "{}");
}

/** An address without its instance keys: `module.a["x"].aws_iam_role.ci[0]` is `module.a.aws_iam_role.ci`. */
export function definition(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}
