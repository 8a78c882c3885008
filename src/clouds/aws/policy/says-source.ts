import type { Semantics } from "#model/semantics.ts";
import { type Text, wholeText } from "#model/text.ts";
import { assumingServices, callingServices } from "../data/source-aware-services.ts";

/** Whether a service can say for whom it acts: see `Semantics.saysSource`. */
export function saysSource(service: Text, of: "identity" | "resource"): ReturnType<Semantics["saysSource"]> {
  const name = wholeText(service);
  if (!name.known) return { holds: "unknown" };
  const documentation = (of === "identity" ? assumingServices : callingServices).get(plain(name.value));
  return documentation === undefined ? { holds: "no" } : { holds: "yes", documentation };
}

/** `logs.eu-west-1.amazonaws.com` is `logs`, in every region and partition. */
function plain(service: string): string {
  return service
    .toLowerCase()
    .replace(/\.amazonaws\.com(\.cn)?$/, "")
    .replace(/\.[a-z]{2}(-[a-z]+)+-\d$/, "");
}
