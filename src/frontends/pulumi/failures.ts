import type { Notices } from "./notices.ts";

/** Whether an error says no more than that there was one: after its last step the engine says so when a policy pack refuses. */
export function isRefusal(message: string): boolean {
  return /^(error: )?(preview|update) failed\s*$/.test(message);
}

export function sayFailed(notices: Notices, pointer: string): void {
  const message = "this failed, and tells only the steps up to there: mend what Pulumi says, then preview again";
  notices.say("incomplete", "preview-failed", pointer, message);
}

export function sayRefused(notices: Notices, pointer: string): void {
  const message = "this ended with an error after its last step, as it does when a policy pack refuses something";
  notices.say("info", "preview-refused", pointer, message);
}

export function sayDone(notices: Notices): void {
  const message = "these events tell of an update that was done, and not of one that is to come";
  notices.say("info", "update-done", "", message);
}

export function sayCutOff(notices: Notices): void {
  const message = "these events have no summary, which is the last thing the engine tells: they may be cut off";
  notices.say("incomplete", "events-cut-off", "", message);
}
