import type { Notice } from "#model/notice.ts";
import { locationOf } from "./location.ts";
import { messageText } from "./message.ts";
import type { Uris } from "./uri.ts";

/** What was not read, or is worth saying, as the tool's own message. */
export function notificationOf({ code, level, message, location }: Notice, uris: Uris) {
  return {
    descriptor: { id: code },
    level: level === "incomplete" ? "error" : "note",
    message: { text: messageText(message) },
    locations: [locationOf(location, uris)],
  };
}
