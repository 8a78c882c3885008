import type { Plan, ResourceChange } from "#model/plan.ts";
import type { Input, Wants } from "../frontend.ts";
import { fromPulumi } from "../input/commands.ts";
import { openDocument } from "../input/open.ts";
import { JsonProblem } from "../json/problem.ts";
import { JsonScanner } from "../json/scanner.ts";
import { jsonError } from "../refusals/json-error.ts";
import { refusalOf } from "../refusals/refusal-of.ts";
import { changeOf } from "./changes.ts";
import type { Deployment } from "./document.ts";
import { readEventList, readEventLog } from "./events.ts";
import type { Form } from "./form.ts";
import { Members } from "./members.ts";
import { mergedOf } from "./merged.ts";
import { Notices } from "./notices.ts";
import { Parents } from "./parents.ts";
import { readPlanFile } from "./plan-file.ts";
import { readPreview } from "./preview.ts";
import { Providers } from "./providers.ts";
import { type Form as FormName, formIn } from "./recognize.ts";
import { secretsOf } from "./secrets.ts";
import { readStack } from "./stack-export.ts";
import { StepReader } from "./steps.ts";
import { typeOf } from "./types.ts";

/** @throws InputError (exit code 3) for what is not JSON, or nothing of Pulumi. */
export function readPulumi(input: Input, wants: Wants): Plan {
  const document = openDocument(input);
  try {
    const form = formIn(document);
    if (form === undefined) throw refusalOf(document);
    const members = new Members(new JsonScanner(document.bytes));
    const reader = new StepReader(members, isWantedBy(wants));
    const notices = new Notices(document.path);
    return planOf(readers[form]({ document, members, reader, notices, start: document.start }), {
      members,
      notices,
      wants,
    });
  } catch (error) {
    if (error instanceof JsonProblem) throw jsonError(document, error, fromPulumi);
    throw error;
  }
}

const readers: Readonly<Record<FormName, (form: Form) => Deployment>> = {
  preview: readPreview,
  "event-log": readEventLog,
  "event-list": readEventList,
  plan: readPlanFile,
  stack: readStack,
};

/** Providers are wanted for what they are configured with. */
function isWantedBy(wants: Wants): (token: string) => boolean {
  const known = new Map<string, boolean>();
  return (token) => {
    const answer = known.get(token) ?? (token.startsWith("pulumi:providers:") || isWanted(token, wants));
    known.set(token, answer);
    return answer;
  };
}

function isWanted(token: string, wants: Wants): boolean {
  const type = typeOf(token, wants);
  return type !== undefined && wants(type.name, type.dialect);
}

function planOf(
  deployment: Deployment,
  { members, notices, wants }: Pick<Form, "members" | "notices"> & { wants: Wants },
): Plan {
  const { document } = notices;
  const resources = mergedOf(deployment.steps);
  const providers = new Providers(document, deployment.config, resources);
  const all = {
    document,
    providers,
    parents: new Parents(resources),
    twice: new Set(members.values.map((one) => one.pointer)),
    hasBefore: deployment.hasBefore,
    wants,
  };
  const changes = resources.map((one) => changeOf(one, all)).filter((one): one is ResourceChange => one !== undefined);
  for (const twice of members.structure) notices.duplicate("incomplete", twice);
  for (const twice of members.values) notices.duplicate("info", twice);
  return {
    document,
    frontend: "pulumi",
    format: deployment.format,
    resources: resources.length,
    changes,
    hasBefore: deployment.hasBefore,
    notices: notices.said,
    secrets: secretsOf(resources),
  };
}
