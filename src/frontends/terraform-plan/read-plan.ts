import { isRecord } from "#model/json-tree.ts";
import type { Plan } from "#model/plan.ts";
import type { Wants } from "../frontend.ts";
import { isNoise } from "../input/noise.ts";
import type { OpenedDocument } from "../input/open.ts";
import { JsonProblem } from "../json/problem.ts";
import { RepeatedValues } from "../json/repeated.ts";
import { JsonScanner } from "../json/scanner.ts";
import { at, listAt, recordAt } from "../json/shape.ts";
import { Configuration } from "./configuration.ts";
import { formatOf } from "./format.ts";
import { Gatherer } from "./gatherer.ts";
import { Instances } from "./instances.ts";
import { Notices, sayOfChanges, sayOfDocument, sayOfPlan } from "./notices.ts";
import { Providers } from "./providers.ts";
import { RecordReader, type Records } from "./records.ts";
import { Resolver } from "./resolver.ts";
import { Secrets } from "./secrets.ts";
import { RecordParser } from "./values.ts";

interface Source {
  readonly scanner: JsonScanner;
  readonly repeated: RepeatedValues;
}

/** @throws JsonProblem where the document is not JSON. */
export function readPlan(document: OpenedDocument, wants: Wants): Plan {
  const scanner = new JsonScanner(document.bytes);
  const repeated = new RepeatedValues(scanner);
  const records = new RecordReader(scanner, repeated).read(document.start);
  const rest = scanner.space(records.end);
  if (rest < document.bytes.length && !isNoise(document.bytes, rest)) throw new JsonProblem("trailing", rest);
  return planOf(document, { scanner, repeated }, records, wants);
}

function planOf(document: OpenedDocument, { scanner, repeated }: Source, records: Records, wants: Wants): Plan {
  const { lists, states } = records;
  const instances = new Instances();
  const secrets = secretsOf(records);
  const notices = new Notices(document.path);
  sayOfDocument(notices, document);
  sayOfPlan(notices, records);
  const gatherer = new Gatherer({
    scanner,
    parser: new RecordParser(scanner, repeated, notices),
    wants,
    instances,
    secrets,
    notices,
    sensitive: secrets.found,
    ...surroundingsOf(document.path, records, instances),
  });
  const changes = lists.get("resource_changes");
  const drift = lists.get("resource_drift") ?? [];
  const planned = states.get("planned_values") ?? [];
  const prior = states.get("prior_state") ?? [];
  if (changes === undefined) gatherer.withoutChanges(drift, planned, prior);
  else gatherer.withChanges(changes, drift, planned, prior);
  sayOfChanges(notices, gatherer.changes);
  return {
    document: document.path,
    frontend: "terraform-plan",
    format: formatOf(records),
    resources: gatherer.resources,
    changes: gatherer.changes,
    hasBefore: changes !== undefined || drift.length > 0 || states.has("prior_state"),
    notices: notices.said,
    secrets: secrets.found,
  };
}

function surroundingsOf(document: string, { members }: Records, instances: Instances) {
  const raw = members.get("configuration");
  const configuration = isRecord(raw) ? new Configuration(raw) : undefined;
  const resolver = new Resolver(configuration ?? new Configuration({}), instances, members.get("variables"));
  const providers = new Providers(document, configuration, resolver);
  return {
    document,
    configuration,
    resolver,
    providers,
    redacted: members.has("plan_format_version"),
    variables: members.get("variables"),
  };
}

/** The secrets that are not in resources. */
function secretsOf({ members, outputs }: Records): Secrets {
  const secrets = new Secrets();
  secrets.variables(members.get("variables"), at(members.get("configuration"), "root_module", "variables"));
  for (const one of outputs) secrets.outputs(one);
  for (const output of Object.values(recordAt(members.get("output_changes")) ?? {})) secrets.change(output);
  for (const action of listAt(members.get("action_invocations")))
    secrets.marked(at(action, "config_values"), at(action, "config_sensitive"));
  return secrets;
}
