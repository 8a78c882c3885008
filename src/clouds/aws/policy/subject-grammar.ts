import { type Issuer, issuers, recognizable, type SubjectGrammar, type SubjectNeed } from "../data/issuers.ts";
import { matchesWildcard } from "./wildcard.ts";

/** Who is let in by a pattern of subjects that must not be, for people; nothing when it pins them. */
export type Fault = { readonly lets: string } | "unclear" | undefined;

export function issuerOf(url: string | undefined): Issuer | undefined {
  return url === undefined ? undefined : issuers.find((one) => matchesWildcard(one.url, url.toLowerCase()));
}

/** Whom a pattern with wildcards lets in beside those that its author means. */
export function faultOf(pattern: string, issuer: Issuer | undefined): Fault {
  if (/^[*?]*$/.test(pattern)) return { lets: issuer?.everybody ?? "everybody who has a token of the issuer" };
  const grammars = issuer?.grammars ?? recognizable;
  const read = grammars
    .map((one) => ({ one, fields: fieldsOf(one.template, pattern) }))
    .find((one) => one.fields !== undefined);
  if (read?.fields !== undefined) return missingOf(read.one, read.fields);
  // Subjects of a form that nobody listed: a tenant may have a form of its own.
  return grammars.length > 0 && issuer !== undefined ? "unclear" : undefined;
}

type Fields = ReadonlyMap<string, string>;

function missingOf({ needs }: SubjectGrammar, fields: Fields): Fault {
  const missing = needs.find((need) => !need.fields.some((name) => isFixed(fields.get(name), need)));
  return missing === undefined ? undefined : { lets: fill(missing.lets, fields) };
}

function isFixed(value: string | undefined, { beginning }: SubjectNeed): boolean {
  if (value === undefined || value === "") return false;
  return beginning === true ? !/^[*?]/.test(value) : !/[*?]/.test(value);
}

function fill(text: string, fields: Fields): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => fields.get(name) ?? "*");
}

/**
 * The fields of a pattern as far as its wildcards leave them apart, or nothing when it does not fit the template. A wildcard may stand for the rest of its field and
 * for all that follows, so that what comes behind counts only where its label stands there by itself: `organization:acme:*:workspace:site:*`.
 */
function fieldsOf(template: string, pattern: string): Fields | undefined {
  const steps = [...template.matchAll(/([^{}]*)\{(\w+)\}/g)].map(([, label = "", name = ""]) => ({ label, name }));
  const fields = new Map<string, string>();
  let rest = pattern;
  for (const [i, { label, name }] of steps.entries()) {
    const fits = startsWithin(label, rest);
    if (fits === "no")
      return i === 0 || !/[*?]/.test(pattern.slice(0, pattern.length - rest.length)) ? undefined : fields;
    if (fits === "cut") return withLabels(fields, steps.slice(i), rest);
    const behind = rest.slice(label.length);
    const next = steps[i + 1]?.label[0];
    const end = next === undefined ? behind.length : indexOr(behind, next);
    fields.set(name, behind.slice(0, end));
    rest = behind.slice(end);
  }
  return fields;
}

/** Whether a text begins with a label, does not, or has a wildcard or its end before the label does. */
function startsWithin(label: string, text: string): "yes" | "no" | "cut" {
  for (let i = 0; i < label.length; i++) {
    if (i >= text.length || text[i] === "*" || text[i] === "?") return "cut";
    if (text[i] !== label[i]) return "no";
  }
  return "yes";
}

function indexOr(text: string, part: string): number {
  const found = text.indexOf(part);
  return found < 0 ? text.length : found;
}

function withLabels(
  fields: Map<string, string>,
  steps: readonly { label: string; name: string }[],
  rest: string,
): Fields {
  for (const { label, name } of steps) {
    const at = /[a-z]{3}/.test(label) ? rest.indexOf(label) : -1;
    const value = at < 0 ? undefined : /^[^:/]*/.exec(rest.slice(at + label.length))?.[0];
    if (value !== undefined) fields.set(name, value);
  }
  return fields;
}
