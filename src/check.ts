import { analyzeAll } from "#analyzer/analyze.ts";
import { distinct } from "#analyzer/distinct.ts";
import { withPlaces } from "#analyzer/locate.ts";
import { redact } from "#analyzer/redact.ts";
import { type GateOptions, reportOf } from "#analyzer/report.ts";
import { cloudsFor } from "#clouds/index.ts";
import type { Input, Wants } from "#frontends/frontend.ts";
import { type Deployment, deploymentsOf, documentsIn, placesIn, planOf } from "#frontends/index.ts";
import { buildGraph } from "#graph/build.ts";
import { documentOf } from "#graph/document.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import { InputError } from "#model/input-error.ts";
import type { Plan } from "#model/plan.ts";
import type { Report } from "#model/report.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { rules } from "#rules/index.generated.ts";
import type { Rule } from "#rules/rule.ts";
import { applyExceptions } from "#ruleset/exceptions.ts";
import { withAccounts } from "#ruleset/own-accounts.ts";
import { endedContracts } from "#ruleset/vendors.ts";

export { inputsIn, withBeside } from "#frontends/index.ts";

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
 * Reads each input, links it into the access graph before and after the change, ties what one names of another, judges it, and reports.
 * @throws InputError when an input or an option cannot be used; RuleCrash when a rule failed.
 */
export async function check(inputs: readonly Input[], options: CheckOptions): Promise<Report> {
  const all = [...rules, ...(await customRules(options.ruleset))];
  const prepared: Read[] = [];
  const sources: Input[] = [];
  const deployedTo = inputs.flatMap(({ given }) => given?.account ?? []);
  const here = { ...options, ruleset: withAccounts(options.ruleset, deployedTo) };
  for (const deployment of deploymentsOf(inputs)) {
    prepared.push(await read(deployment, here));
    if (deployment.frontend.places !== undefined) sources.push(...deployment.inputs);
  }
  const judged = analyzeAll(prepared, all, here);
  const { findings, notices } = applyExceptions(distinct(judged), options.ruleset, options.today);
  const ended = endedContracts(options.ruleset, options.today);
  const secrets = new Set(judged.flatMap((one) => [...one.plan.secrets, ...one.secrets]));
  const report = reportOf(judged, findings, [...notices, ...ended], { ...options, rules: all });
  // The names of documents and the pointers into them have to be whole for this.
  const placed = sources.length === 0 ? report : await locate(report, sources);
  return redact(placed, secrets);
}

/** A report on inputs with the line and the column of each evidence: for reports that show them, and for inputs that people write. */
export function locate(report: Report, inputs: readonly Input[]): Promise<Report> {
  const documents = documentsIn(inputs);
  return withPlaces(report, async (document, pointers) => {
    const input = documents.get(document);
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

/** The access graph of one deployment, before or after the change. */
export async function graph(
  inputs: Input | readonly Input[],
  options: LinkOptions,
  moment: "before" | "after",
): Promise<GraphDocument> {
  const { plan, clouds } = await read(onlyOf(deploymentsOf([inputs].flat())), options);
  const build = { settings: options.ruleset.settings, environment: options.environment };
  const linked = buildGraph(plan, clouds, moment, build);
  return redact(documentOf(linked.graph, plan, linked.notices), new Set([...plan.secrets, ...linked.secrets]));
}

function onlyOf([deployment, ...others]: readonly Deployment[]): Deployment {
  if (deployment !== undefined && others.length === 0) return deployment;
  const message =
    deployment === undefined ? "there is no plan to read" : "a graph is of one deployment, and these are several";
  throw new InputError(2, "not-one-deployment", message, "rolecall graph plan.json");
}

interface Read {
  readonly plan: Plan;
  readonly clouds: ReturnType<typeof cloudsFor>;
}

async function read(deployment: Deployment, options: LinkOptions): Promise<Read> {
  const clouds = cloudsFor(options.ruleset.settings, options.account);
  const wants: Wants = (type, dialect) => clouds.some((cloud) => cloud.wants(type, dialect));
  const { account, parameters } = options;
  const given = { ...(account !== undefined && { account }), ...(parameters !== undefined && { parameters }) };
  const plan = await planOf(deployment, wants, given);
  for (const cloud of clouds) await cloud.prepare(plan);
  return { plan, clouds };
}
