import type { Finding } from "#model/finding.ts";
import { InputError } from "#model/input-error.ts";
import type { Report } from "#model/report.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { printable } from "#reporters/printable.ts";
import { casesIn, type Outcome, outcomes, type RuleCase } from "../cases.ts";
import type { Engine } from "../engine.ts";
import { readInputs } from "../inputs.ts";
import type { Io } from "../io.ts";
import { writeStdout } from "../output.ts";
import { type RulesetFlags, rulesetFor } from "../ruleset.ts";
import { checkEnvironment, linkOf } from "./check.ts";

export interface RulesetTestFlags extends RulesetFlags {
  readonly env?: string;
  readonly account?: string;
  readonly today?: string;
}

/** What came of a case. */
interface Tried {
  readonly one: RuleCase;
  readonly code: 0 | 1 | 3;
  /** What is wrong, for people; nothing when it is right. */
  readonly wrong: readonly string[];
}

/** Tries rules on plans that say by their names what must come of them; gives the exit code. */
export async function rulesetTestCommand(
  folder: string,
  flags: RulesetTestFlags,
  io: Io,
  engine: Engine,
): Promise<number> {
  const ruleset = await rulesetFor(flags, io, engine, folder);
  checkEnvironment(flags.env, ruleset);
  const cases = await casesIn(folder, [...ruleset.rules.keys()], io.files);
  const tried: Tried[] = [];
  for (const one of cases) tried.push(await attempt(one, { ...ruleset, exceptions: [] }, flags, io, engine));
  const lines = [...tried.flatMap(showTried), ...missing(ruleset, cases), "", summary(tried)];
  return Math.max(await writeStdout(`${lines.join("\n")}\n`, io), ...tried.map(({ code }) => code));
}

async function attempt(
  one: RuleCase,
  ruleset: Ruleset,
  flags: RulesetTestFlags,
  io: Io,
  engine: Engine,
): Promise<Tried> {
  try {
    const inputs = await readInputs([one.plan], io, engine);
    const report = await engine.check(inputs, {
      ...linkOf(flags),
      ruleset,
      failOn: "high",
      gate: "changed",
      allowIncomplete: false,
      today: flags.today ?? io.today(),
      version: engine.version,
    });
    const wrong = judge(one, report, ruleset);
    return { one, code: wrong.length === 0 ? 0 : 1, wrong };
  } catch (error) {
    if (!(error instanceof InputError) || error.exitCode !== 3) throw error;
    return { one, code: 3, wrong: [`cannot be judged: ${error.message}`] };
  }
}

function judge({ rule, outcome }: RuleCase, report: Report, ruleset: Ruleset): readonly string[] {
  const found = report.findings.filter((finding) => finding.rule === rule);
  const fails = found.filter((finding) => finding.verdict === "fails");
  const undecided = found.filter((finding) => finding.verdict === "undecided");
  const off = ruleset.rules.get(rule)?.severity === "off" ? " (the ruleset sets it to off)" : "";
  switch (outcome) {
    case "flags":
      if (fails.length > 0) return [];
      return undecided.length > 0
        ? [`must fail, and is undecided`, ...undecided.flatMap(showFinding)]
        : [`must fail, and passes${off}`];
    case "passes":
      if (found.length > 0)
        return [`must pass, and ${fails.length > 0 ? "fails" : "is undecided"}`, ...found.flatMap(showFinding)];
      return incomplete(report);
    case "undecided":
      if (fails.length > 0) return ["must be undecided, and fails", ...fails.flatMap(showFinding)];
      return undecided.length > 0 ? [] : [`must be undecided, and passes${off}`];
  }
}

/** That a rule finds nothing in what was not read shows nothing. */
function incomplete({ notices }: Report): readonly string[] {
  const gaps = notices.filter(({ level }) => level === "incomplete").map(({ message }) => printable(message));
  return gaps.length === 0 ? [] : ["passes, but not all of it was read", ...gaps];
}

function showFinding({ message, subject, evidence, waitsFor }: Finding): readonly string[] {
  const why = evidence.map((one) => `  ${printable(one.message)}`);
  const waits = waitsFor.length === 0 ? [] : [`  waits for ${waitsFor.map(printable).join(", ")}`];
  return [`${printable(message)}  (${printable(subject.address)})`, ...why, ...waits];
}

function showTried({ one, wrong }: Tried): readonly string[] {
  const [first, ...more] = wrong;
  const plan = printable(one.plan);
  if (first === undefined) return [`✔ ${plan}`];
  return [`✖ ${plan}  ${first}`, ...more.map((line) => `    ${line}`)];
}

/** Rules of one's own that nothing shows to fail, or to pass. */
function missing({ custom }: Ruleset, cases: readonly RuleCase[]): readonly string[] {
  const needed = outcomes.filter((one) => one !== "undecided");
  return custom.flatMap(({ id }) => {
    const own = cases.filter((one) => one.rule === id).map((one) => one.outcome);
    return needed.filter((one) => !own.includes(one)).map((one) => `! ${id} has no ${one}- case: ${shows[one]}`);
  });
}

const shows: Readonly<Record<Exclude<Outcome, "undecided">, string>> = {
  flags: "nothing shows that it ever fails",
  passes: "nothing shows that it ever passes",
};

function summary(tried: readonly Tried[]): string {
  const wrong = tried.filter(({ code }) => code !== 0).length;
  const all = tried.length === 1 ? "1 case" : `${tried.length} cases`;
  if (wrong > 0) return `✖ ${wrong} of ${all} ${wrong === 1 ? "is" : "are"} not as the name says`;
  return `✔ ${all}, ${tried.length === 1 ? "as its name says" : "all as their names say"}`;
}
