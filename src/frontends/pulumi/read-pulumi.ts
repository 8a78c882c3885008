import type { Buffer } from "node:buffer";
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
import { readEventList, readEventLog } from "./event-log.ts";
import type { Form } from "./form.ts";
import { Members } from "./members.ts";
import { mergedOf } from "./merged.ts";
import { Notices } from "./notices.ts";
import { Parents } from "./parents.ts";
import { readPlanFile } from "./plan-file.ts";
import { readPreview } from "./preview.ts";
import { Providers } from "./providers.ts";
import { type Form as FormName, formIn } from "./recognize.ts";
import { sayOfProviders, sayOfResources } from "./sayings.ts";
import { secretsOf } from "./secrets.ts";
import { outputSignature, secretSignature } from "./special.ts";
import { spelledOutIn } from "./spelled-out.ts";
import { readStack } from "./stack-export.ts";
import { StepReader } from "./steps.ts";
import { typeOf } from "./types.ts";

/** @throws InputError (exit code 3) for what is not JSON, or nothing of Pulumi. */
export function readPulumi(input: Input, wants: Wants): Plan {
  const document = openDocument(input);
  try {
    const name = formIn(document);
    if (name === undefined) throw refusalOf(document);
    const members = new Members(new JsonScanner(document.bytes));
    const tellsSecrets = tells(document.bytes);
    const reader = new StepReader(members, isWantedBy(wants, tellsSecrets));
    const form = { document, members, reader, notices: new Notices(document.path), start: document.start };
    return planOf(readers[name](form), form, { wants, tellsSecrets });
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

/** Whether there are secrets that are not hidden. */
function tells(bytes: Buffer): boolean {
  return bytes.includes(secretSignature) || bytes.includes(outputSignature);
}

/** Providers are wanted for what they are configured with, and everything where secrets are told, so that none is printed. */
function isWantedBy(wants: Wants, tellsSecrets: boolean): (token: string) => boolean {
  const known = new Map<string, boolean>();
  return (token) => {
    const answer =
      known.get(token) ?? (tellsSecrets || token.startsWith("pulumi:providers:") || isWanted(token, wants));
    known.set(token, answer);
    return answer;
  };
}

function isWanted(token: string, wants: Wants): boolean {
  const type = typeOf(token, wants);
  return type !== undefined && wants(type.name, type.dialect);
}

interface Reading {
  readonly wants: Wants;
  readonly tellsSecrets: boolean;
}

function planOf(deployment: Deployment, form: Form, { wants, tellsSecrets }: Reading): Plan {
  const { members, notices } = form;
  const { document } = notices;
  const { hasBefore, format } = deployment;
  const resources = mergedOf(deployment.steps);
  const providers = new Providers(document, deployment.config, resources);
  const twice = new Set(members.values.map((one) => one.pointer));
  const spelledOut = spelledOutIn(deployment.config);
  const all = { document, providers, parents: new Parents(resources), twice, spelledOut, hasBefore, wants };
  const changes = resources.map((one) => changeOf(one, all)).filter((one): one is ResourceChange => one !== undefined);
  for (const one of members.structure) notices.duplicate("incomplete", one);
  for (const one of members.values) notices.duplicate("info", one);
  sayOfProviders(providers, notices);
  sayOfResources(resources, changes, form);
  return {
    document,
    frontend: "pulumi",
    format,
    resources: resources.length,
    changes,
    hasBefore,
    notices: notices.said,
    secrets: tellsSecrets ? secretsOf(resources) : new Set(),
  };
}
