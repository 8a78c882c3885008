import type { Evidence, Finding } from "#model/finding.ts";
import type { Origin, SourceLocation } from "#model/location.ts";
import { printable } from "../printable.ts";

/** `template.yaml:12:7`, or `plan.json#/resource_changes/3/change/after/policy#/Statement/0` of what nobody looks at by its lines. */
export function showLocation({ document, pointer, line, column }: SourceLocation): string {
  const name = printable(document === "-" ? "stdin" : document);
  if (line !== undefined) return `${name}:${line}:${column ?? 1}`;
  return pointer === "" ? name : `${name}#${printable(pointer)}`;
}

/** `bin/app.ts:13:20  Prod/Roles/DeployRole/Resource`: the line of the author's own program, and the construct. */
export function showOrigin(origin: Origin): string {
  return `${showOwn(origin)}  ${printable(origin.construct)}`;
}

/** Where the author called for a construct, or that he did not do so himself. */
export function showOwn({ madeBy, file, line, column }: Origin): string {
  if (file !== undefined) return [printable(file), line, column].filter((part) => part !== undefined).join(":");
  return madeBy === "library" ? "made by a library, by no line of the app" : "made by a line that the app did not keep";
}

export function primaryOf(finding: Finding): Evidence | undefined {
  return finding.evidence.find((one) => one.role === "primary") ?? finding.evidence[0];
}

/** The subject, and the resource that the defect is written in where that is another one. */
export function showSubject(finding: Finding): string {
  const at = primaryOf(finding)?.location;
  const subject = printable(finding.subject.address);
  return at?.address === undefined || at.address === finding.subject.address
    ? subject
    : `${subject} ← ${printable(at.address)}`;
}
