import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "#model/report.ts";
import { type CheckOptions, check } from "../../src/check.ts";
import { hidingsOf } from "./hiding.ts";
import type { Hiding } from "./hiding-places.ts";
import { breaches } from "./laws.ts";
import { optionsOf, type RuleCase, ruleCases } from "./rule-cases.ts";
import { type Exception, exceptions } from "./unknowns-exceptions.ts";

/**
 * What is not known is never taken for safe, nor for a defect. Each value of each case is hidden in turn as Terraform
 * would hide it, and the findings of all rules are compared to those of the case itself:
 *
 * 1. A finding that fails may become undecided; it is never gone. It is still there if the same rule says something of
 *    the same subject and detail, or says something that it did not say before, or cannot decide something, about the
 *    same subject or a resource that the finding stood on: an attachment whose role is hidden speaks for the role.
 * 2. No finding begins to fail. It is not a new one if it speaks for one that failed, of another subject, in that way;
 *    or if a stronger rule's finding stood for it (`absorbs`), which is undecided now or was about the same statement.
 * 3. A finding that no exception of the ruleset covers is never covered by one because something is hidden.
 */

interface Subject {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: CheckOptions;
}

/** Cases with the same plan and the same settings are one. */
async function distinct(cases: readonly RuleCase[]): Promise<readonly Subject[]> {
  const byContent = new Map<string, Subject>();
  for (const one of cases) {
    const bytes = readFileSync(join(one.folder, "plan.json"));
    const options = await optionsOf(one.folder);
    const { rules, settings, exceptions: excepted } = options.ruleset;
    const content = JSON.stringify([bytes.toString("utf8"), { ...options, ruleset: [...rules] }, settings, excepted]);
    if (!byContent.has(content)) byContent.set(content, { name: `${one.rule}: ${one.name}`, bytes, options });
  }
  return [...byContent.values()];
}

const subjects = await distinct(ruleCases());

test.each(subjects.map((one) => [one.name, one] as const))("%s", async (_, subject) => {
  const hidings = hidingsOf(subject.bytes);
  expect(hidings).not.toEqual([]);
  const broken = await brokenBy(subject, hidings);
  expect(broken.filter((one) => !exceptions.some((exception) => covers(exception, one))).map(say)).toEqual([]);
});

test.each(exceptions)("the exception is still needed: $case, $hides", async (exception) => {
  const subject = subjects.find((one) => one.name === exception.case);
  const hidings = subject === undefined ? [] : hidingsOf(subject.bytes).filter((one) => one.name === exception.hides);
  const broken = subject === undefined ? [] : await brokenBy(subject, hidings);
  expect(broken.filter((one) => covers(exception, one))).not.toEqual([]);
});

type Broken = Pick<Exception, "case" | "hides" | "rule" | "law"> & { readonly about: string };

async function brokenBy(subject: Subject, hidings: readonly Hiding[]): Promise<readonly Broken[]> {
  const known = await reportOf(subject.bytes, subject);
  const broken: Broken[] = [];
  for (const hiding of hidings) {
    const hidden = await reportOf(hiding.apply(), subject);
    for (const { rule, law, subject: about } of breaches(known, hidden))
      broken.push({ case: subject.name, hides: hiding.name, rule, law, about });
  }
  return broken;
}

function reportOf(bytes: Uint8Array, { options }: Subject): Promise<Report> {
  return check([{ path: "plan.json", bytes }], options);
}

function covers(exception: Exception, { case: name, hides, rule, law }: Broken): boolean {
  return exception.case === name && exception.hides === hides && exception.rule === rule && exception.law === law;
}

function say({ hides, rule, law, about }: Broken): string {
  return `${law} when ${hides} is hidden: ${rule} on ${about}`;
}
