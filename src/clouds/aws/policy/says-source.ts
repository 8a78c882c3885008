import type { OpenStatement, Semantics } from "#model/semantics.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { assumingServices, callingServices } from "../data/source-aware-services.ts";

type Said = ReturnType<Semantics["saysSource"]>;

/** Whether a service can say for whom it acts: see `Semantics.saysSource`. */
export function saysSource(service: Text, statement: OpenStatement, of: "identity" | "resource"): Said {
  const name = wholeText(service.map((part) => (isRegion(part) ? "xx-region-1" : part)));
  if (!name.known) return { holds: "unknown", waits: holesOf(service) };
  const plain = plainName(name.value);
  return of === "identity" ? said(assumingServices.get(plain)) : saidTo(statement, callingServices.get(plain));
}

/** A service is the same in every region, and of the region that a template is deployed to nobody knows more. */
function isRegion(part: Text[number]): boolean {
  return typeof part !== "string" && part.refs.length === 1 && part.refs[0]?.expression === "AWS::Region";
}

function said(documentation: string | undefined): Said {
  return documentation === undefined ? no : { holds: "yes", waits: [], documentation };
}

const no: Said = { holds: "no", waits: [] };

/** A service tells it to some of those that it uses. The actions say which of them it is about: `sqs:SendMessage`. */
function saidTo({ actions }: OpenStatement, pages: ReadonlyMap<string, string> | undefined): Said {
  if (pages === undefined) return no;
  const [any] = pages.values();
  const used = actions.match === "all-except" ? ["*"] : actions.patterns.map(usedBy);
  const page = used.map((one) => (one === "*" ? any : one === undefined ? undefined : pages.get(one))).find(isThere);
  if (page !== undefined || !used.includes(undefined)) return said(page);
  return { holds: "unknown", waits: actions.patterns.flatMap(holesOf) };
}

/** The prefix of an action, `*` for actions of every service; undefined while it is not known. */
function usedBy(action: Text): string | undefined {
  const whole = wholeText(action);
  const [first] = whole.known ? [whole.value] : action;
  const start = typeof first === "string" ? first.toLowerCase() : "";
  if (start.includes(":")) return start.slice(0, start.indexOf(":"));
  return whole.known ? start : undefined;
}

function isThere(page: string | undefined): page is string {
  return page !== undefined;
}

/** `logs.eu-west-1.amazonaws.com` is `logs`, in every region and partition. */
function plainName(service: string): string {
  return service
    .toLowerCase()
    .replace(/\.amazonaws\.com(\.cn)?$/, "")
    .replace(/\.[a-z]{2}(-[a-z]+)+-\d$/, "");
}
