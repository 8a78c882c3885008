import type { Settings } from "#model/ruleset.ts";
import { aws } from "./aws/index.ts";
import type { Cloud } from "./cloud.ts";
import { others } from "./others.ts";

/** The clouds that are judged, and the one that says which are not. A ruleset may leave clouds out. */
export function cloudsFor(settings: Settings, account: string | undefined): readonly Cloud[] {
  const judged = [aws(account === undefined ? {} : { account })].filter(
    (cloud) => settings.clouds?.includes(cloud.id) !== false,
  );
  return [...judged, others(settings.clouds)];
}
