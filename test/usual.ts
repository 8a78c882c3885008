import { defaultRuleset } from "#ruleset/default.ts";

/** How inputs are judged where a test is not about that. */
export const usual = {
  ruleset: defaultRuleset(),
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
} as const;
