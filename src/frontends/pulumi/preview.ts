import { type Json, listAt, recordAt, textAt } from "../json/shape.ts";
import type { Deployment, Step } from "./document.ts";
import { isRefusal, sayFailed, sayRefused } from "./failures.ts";
import { endsAt, type Form } from "./form.ts";
import { count } from "./notices.ts";
import { inPreviews } from "./steps.ts";

/** The command that leaves nothing out. */
const kept = "pulumi preview --json --show-sames > preview.json leaves nothing out";

/**
 * What `pulumi preview --json` prints at its end: one object, of which every part may be left out.
 * https://github.com/pulumi/pulumi/blob/master/pkg/display/json.go
 */
export function readPreview(form: Form): Deployment {
  const { members, reader, notices, start } = form;
  const { scanner } = members;
  const steps: Step[] = [];
  const rest: Record<string, unknown> = {};
  const readSteps = (at: number) =>
    members.objects(
      at,
      1,
      (item, i) => {
        const [step, end] = reader.step(item, 2, `/steps/${i}`, inPreviews);
        if (step === undefined) notices.odd(`/steps/${i}`);
        else steps.push(step);
        return end;
      },
      (i) => notices.odd(`/steps/${i}`),
    );
  const end = members.each(start, 0, "", (key, at) => {
    if (key === "steps") return readSteps(at);
    const end = scanner.value(at, 1);
    rest[key] = scanner.parse(at, end);
    return end;
  });
  endsAt(form, end);
  sayOfFailure(rest, notices);
  sayOfSames(rest, steps, notices);
  return { format: "Pulumi preview", steps, config: recordAt(rest, "config") ?? {}, hasBefore: true };
}

type Notices = Form["notices"];

/** No field says that a preview failed: only errors among its diagnostics do. */
function sayOfFailure(rest: Json, notices: Notices): void {
  const errors = listAt(rest, "diagnostics").filter((one) => textAt(one, "severity") === "error");
  const messages = errors.map((one) => textAt(one, "message"));
  if (rest.maybeCorrupt === true || messages.some((one) => one === undefined || !isRefusal(one)))
    sayFailed(notices, "/diagnostics");
  else if (errors.length > 0) sayRefused(notices, "/diagnostics");
}

/** Resources that stay as they are were left out, and with them what changes may be attached to. */
function sayOfSames(rest: Json, steps: readonly Step[], notices: Notices): void {
  const summary = recordAt(rest, "changeSummary");
  const all = summary?.same;
  const shown = steps.filter(({ op }) => op === "same").length;
  if (summary === undefined) {
    const message = `this preview does not say how many resources stay as they are, which may be left out: ${kept}`;
    notices.say("incomplete", "sames-not-told", "", message);
  } else if (typeof all === "number" && all > shown) {
    const left = count(all - shown, "unchanged resource is", "unchanged resources are");
    notices.say("incomplete", "sames-left-out", "/changeSummary/same", `${left} not in this preview: ${kept}`);
  }
}
