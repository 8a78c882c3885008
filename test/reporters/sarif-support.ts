import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Report } from "#model/report.ts";
import { sarif } from "#reporters/sarif.ts";
import { plain } from "./support.ts";

const path = new URL("../../fixtures/sarif/sarif-2.1.0.schema.json", import.meta.url);
const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;

/** Whether a log is what the standard describes. The schema is one of draft 4, of which it uses nothing that later drafts read otherwise. */
export const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

export interface Message {
  readonly text: string;
}

export interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly startColumn?: number };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
  readonly message?: Message;
}

export interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: Message;
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly Place[];
  readonly codeFlows?: readonly {
    readonly threadFlows: readonly { readonly locations: readonly { readonly location: Place }[] }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
  readonly properties: { readonly subject: { readonly name: string } };
}

export interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly help: { readonly text: string; readonly markdown: string };
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
    };
  };
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly object[];
  }[];
}

/** The only run of a report's log. */
export function runOf(report: Report, options = plain): Run {
  const { runs } = JSON.parse(sarif.render(report, options)) as { runs: readonly Run[] };
  const [run] = runs;
  if (run === undefined || runs.length !== 1) throw new Error("a log has one run");
  return run;
}
