import { defineRule } from "./rule.ts";

export default defineRule({
  id: "no-undecided-check",
  family: "META",
  severity: "info",
  title: "Every check could be decided",
  why: "What is not known before a deployment is not safe because of that; somebody should know that it was not judged.",
  fix: "Give the value a literal, or check again when what it waits for exists; `--fail-on-undecided` makes the gate count it.",
  inspects: "graph",
  defaults: {},
  options: (z) => z.strictObject({}),
  // The analyzer makes these findings, of what the other rules could not decide.
  claims: () => [],
});
