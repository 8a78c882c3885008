import { JsonProblem } from "../json/problem.ts";
import type { Deployment } from "./document.ts";
import { Events } from "./events.ts";
import { endsAt, type Form, topOf } from "./form.ts";

/** Events as a list: what the Automation API collects, and what Pulumi Cloud answers, in an object. */
export function readEventList(form: Form): Deployment {
  const { members, notices, start } = form;
  const events = new Events(form);
  const { scanner } = members;
  const pass = (at: number, depth: number, pointer: string) =>
    members.objects(
      at,
      depth,
      (item, i) => events.event(item, depth + 1, `${pointer}/${i}`),
      (i) => notices.odd(`${pointer}/${i}`),
    );
  if (scanner.isList(start)) endsAt(form, pass(start, 0, ""));
  else {
    const at = topOf(form).get("events");
    if (at !== undefined) pass(at, 1, "/events");
  }
  return events.deployment();
}

const newline = 0x0a;

/** Events with a line each. A line that is broken is told, and the others are read: what a wrapper prints may stand between them. */
export function readEventLog(form: Form): Deployment {
  const { document, members, notices } = form;
  const { bytes } = document;
  const events = new Events(form);
  let [line, others] = [0, 0];
  for (let from = 0; from < bytes.length; line++) {
    const next = bytes.indexOf(newline, from);
    const end = next < 0 ? bytes.length : next;
    const at = members.scanner.space(from);
    if (at < end) {
      if (!members.scanner.isObject(at)) others++;
      else if (!isRead(() => events.event(at, 0, `/${line}`), end, form)) broken(line, notices);
    }
    from = end + 1;
  }
  if (others > 0) {
    const message = `${others} ${others === 1 ? "line that is no event was" : "lines that are no events were"} skipped`;
    notices.say("info", "lines-skipped", "", message);
  }
  return events.deployment();
}

/** Whether a line is one object and nothing else. */
function isRead(read: () => number, end: number, { members }: Form): boolean {
  try {
    const rest = members.scanner.space(read());
    return rest >= end;
  } catch (error) {
    if (error instanceof JsonProblem) return false;
    throw error;
  }
}

function broken(line: number, notices: Form["notices"]): void {
  const message = `line ${line + 1} is no whole event, and was not read: something else may have been printed into it`;
  notices.say("incomplete", "line-broken", `/${line}`, message);
}
