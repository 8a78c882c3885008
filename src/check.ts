import { analyze } from "#analyzer/analyze.ts";
import { withPlaces } from "#analyzer/locate.ts";
import { redact } from "#analyzer/redact.ts";
import { type GateOptions, reportOf } from "#analyzer/report.ts";
import { cloudsFor } from "#clouds/index.ts";
import type { Frontend, Input, Wants } from "#frontends/frontend.ts";
import { frontendFor, placesIn } from "#frontends/index.ts";
import { buildGraph } from "#graph/build.ts";
import { documentOf } from "#graph/document.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Plan } from "#model/plan.ts";
import type { Report } from "#model/report.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { rules } from "#rules/index.generated.ts";
import type { Rule } from "#rules/rule.ts";
import { applyExceptions } from "#ruleset/exceptions.ts";
import { withAccounts } from "#ruleset/own-accounts.ts";
import { endedContracts } from "#ruleset/vendors.ts";

export { inputsIn } from "#frontends/index.ts";

export interface LinkOptions {
  readonly ruleset: Ruleset;
  /** The plan's own environment; tags and accounts that say otherwise win. */
  readonly environment?: string;
  /** The account of every provider configuration that does not tell its own: twelve digits. */
  readonly account?: string;
  /** A file of what is handed in for the parameters of templates. */
  readonly parameters?: Input;
}

export interface CheckOptions extends LinkOptions, GateOptions {}

/**
 * Reads each input, links it into the access graph before and after the change, judges it, and reports.
 * @throws InputError when an input or an option cannot be used; RuleCrash when a rule failed.
 */
export async function check(inputs: readonly Input[], options: CheckOptions): Promise<Report> {
  const all = [...rules, ...(await customRules(options.ruleset))];
  const judged = [];
  const sources: Input[] = [];
  const deployedTo = inputs.flatMap(({ given }) => given?.account ?? []);
  const here = { ...options, ruleset: withAccounts(options.ruleset, deployedTo) };
  for (const input of inputs) {
    const { plan, clouds, frontend } = await read(input, here);
    judged.push(analyze(plan, clouds, all, here));
    if (frontend.places !== undefined) sources.push(input);
  }
  const { findings, notices } = applyExceptions(
    judged.flatMap((one) => one.findings),
    options.ruleset,
    options.today,
  );
  const ended = endedContracts(options.ruleset, options.today);
  const secrets = new Set(judged.flatMap((one) => [...one.plan.secrets, ...one.secrets]));
  const report = redact(reportOf(judged, findings, [...notices, ...ended], { ...options, rules: all }), secrets);
  return sources.length === 0 ? report : locate(report, sources);
}

/** A report on inputs with the line and the column of each evidence: for reports that show them, and for inputs that people write. */
export function locate(report: Report, inputs: readonly Input[]): Promise<Report> {
  return withPlaces(report, async (document, pointers) => {
    const input = inputs.find((one) => one.path === document);
    return input === undefined ? new Map() : lookUp(input, pointers);
  });
}

/** Lines and columns in an input, and where a program made what stands there. */
async function lookUp(input: Input, pointers: ReadonlySet<string>) {
  const places = await placesIn(input, pointers);
  const origins = await input.given?.origins?.(input, pointers);
  if (origins === undefined) return places;
  const both = [...pointers].map((pointer) => {
    const origin = origins.get(pointer);
    return [pointer, { ...places.get(pointer), ...(origin !== undefined && { origin }) }] as const;
  });
  return new Map(both);
}

/** The rules that a ruleset defines itself; what runs them is loaded only when there are any. */
async function customRules({ custom }: Ruleset): Promise<readonly Rule[]> {
  return custom.length === 0 ? [] : (await import("#ruleset/custom/compile.ts")).compileRules(custom);
}

/** The access graph of one input, before or after the change. */
export async function graph(input: Input, options: LinkOptions, moment: "before" | "after"): Promise<GraphDocument> {
  const { plan, clouds } = await read(input, options);
  const build = { settings: options.ruleset.settings, environment: options.environment };
  const linked = buildGraph(plan, clouds, moment, build);
  return redact(documentOf(linked.graph, plan, linked.notices), new Set([...plan.secrets, ...linked.secrets]));
}

interface Read {
  readonly plan: Plan;
  readonly clouds: ReturnType<typeof cloudsFor>;
  readonly frontend: Frontend;
}

async function read(input: Input, options: LinkOptions): Promise<Read> {
  const clouds = cloudsFor(options.ruleset.settings, options.account);
  const frontend = frontendFor(input);
  const wants: Wants = (type, dialect) => clouds.some((cloud) => cloud.wants(type, dialect));
  const { account, parameters } = options;
  const ofAll = { ...(account !== undefined && { account }), ...(parameters !== undefined && { parameters }) };
  const given = { ...ofAll, ...input.given };
  const plan = await frontend.read(input, wants, given);
  for (const cloud of clouds) await cloud.prepare(plan);
  return { plan, clouds, frontend };
}
