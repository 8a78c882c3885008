import * as z from "zod";
import { severities } from "#model/finding.ts";
import { customId, customRule } from "./custom/schema.ts";

const word = z.string().min(1);
const words = z.array(word);

const environmentName = z
  .string()
  .regex(/^[A-Za-z][\w.-]*$/, "an environment's name begins with a letter and holds letters, digits, - _ .");

const patterns =
  "A pattern with `*` or `?` is compared with the whole text, one without with each of its words (split at - _ / . and the like); letter case never matters.";

/** A calendar date that exists, YYYY-MM-DD. */
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, { error: "a date is written YYYY-MM-DD", abort: true })
  .refine(isOnCalendar, "this day is not on the calendar");

function isOnCalendar(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const account = z.strictObject({
  name: word.exactOptional(),
  environment: environmentName.exactOptional(),
  owner: word.exactOptional(),
});

const accountId = z.string().regex(/^(\d{12}|.*\D.*)$/, "an account id has 12 digits");

const vendor = z
  .strictObject({
    accounts: z.array(accountId).min(1).meta({ description: "The accounts that it comes from." }),
    "external-id": z
      .enum(["required", "optional"])
      .exactOptional()
      .meta({ description: "Whether who trusts it must ask for an external id." }),
    "contract-ends": date.exactOptional().meta({ description: "The last day of the contract, YYYY-MM-DD." }),
  })
  .meta({ description: "A company that is let in on purpose: its accounts are foreign, and have a name." });

const environment = z.strictObject({
  rank: z.int().min(0).max(1000).meta({ description: "Higher is closer to production." }),
  tags: z
    .record(word, words)
    .exactOptional()
    .meta({ description: "Tag keys and the values that tell this environment; letter case never matters." }),
  workspaces: words.exactOptional(),
  stacks: words.exactOptional(),
  modules: words.exactOptional(),
  names: words.exactOptional().meta({ description: "Names of identities, of resources and of provider aliases." }),
});

const owners = z.strictObject({
  tags: words.exactOptional().meta({ description: "Tag keys that name an owner; letter case, - and _ are the same." }),
  known: words
    .exactOptional()
    .meta({ description: "The owners there are. Owners of accounts and exceptions must be among them." }),
});

export const severityOrOff = z.enum([...severities, "off"]);

export const ruleSetting = z.strictObject({
  severity: severityOrOff.exactOptional(),
  options: z.record(z.string(), z.unknown()).exactOptional(),
  locked: z
    .boolean()
    .exactOptional()
    .meta({ description: "No other file and no exception in another file may weaken the rule." }),
});

const exception = z
  .strictObject({
    finding: z
      .string()
      .regex(/^(?:[a-z2-9]{10}|[^/]+\/.+\/.+)$/, "it must be a finding's id, or rule/subject/detail")
      .meta({ description: "A finding's id, or rule/subject/detail with * as wildcard." }),
    reason: word,
    owner: word,
    expires: date.meta({ description: "The last day on which it holds, YYYY-MM-DD." }),
  })
  .meta({ description: "A finding that is accepted until a day. All four are required." });

/** A ruleset file. Rule ids and options are checked apart from it, against the rules there are. */
export const rulesetSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  extends: words.exactOptional().meta({ description: "Presets by name, files by path; never a URL." }),
  clouds: z
    .array(z.enum(["aws", "gcp", "azure", "kubernetes"]))
    .exactOptional()
    .meta({ description: "Clouds that are judged; identities of others are only mentioned." }),
  organization: word.exactOptional(),
  accounts: z
    .record(accountId, account)
    .exactOptional()
    .meta({ description: "Accounts that are ours; every other one is foreign." }),
  vendors: z
    .record(word, vendor)
    .exactOptional()
    .meta({ description: "Companies that are let in on purpose, by name." }),
  environments: z
    .record(environmentName, environment)
    .exactOptional()
    .meta({ description: `First match wins. ${patterns}` }),
  "trust-allowed": z
    .array(z.strictObject({ from: word, to: words }))
    .exactOptional()
    .meta({ description: "Trust that is meant to cross environments." }),
  owners: owners.exactOptional(),
  rules: z.record(z.string(), z.union([severityOrOff, ruleSetting])).exactOptional(),
  custom: z
    .record(customId, customRule)
    .exactOptional()
    .meta({ description: "Rules of your own about the access graph, by id." }),
  exceptions: z.array(exception).exactOptional(),
});

export type RulesetFile = z.infer<typeof rulesetSchema>;
export type RuleEntry = z.infer<typeof ruleSetting>;
