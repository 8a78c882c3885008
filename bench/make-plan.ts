import { parseArgs } from "node:util";
import { usual } from "./plans/layout.ts";
import { writePlan } from "./plans/write-plan.ts";

const usage =
  "node bench/make-plan.ts --resources N --out FILE [--identity-share 0.3] [--statements 6] [--instances 10] [--changed 0.25] [--seed 1]";

const { values } = parseArgs({
  options: {
    resources: { type: "string" },
    out: { type: "string" },
    "identity-share": { type: "string", default: String(usual.identityShare) },
    statements: { type: "string", default: String(usual.statements) },
    instances: { type: "string", default: String(usual.instances) },
    changed: { type: "string", default: String(usual.changed) },
    seed: { type: "string", default: String(usual.seed) },
  },
});

const { out, resources } = values;
if (out === undefined || resources === undefined) {
  console.error(usage);
  process.exit(2);
}
const bytes = writePlan(out, {
  resources: Number(resources),
  identityShare: Number(values["identity-share"]),
  statements: Number(values.statements),
  instances: Number(values.instances),
  changed: Number(values.changed),
  seed: Number(values.seed),
});
console.log(`${out}: ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / Number(resources) / 1e3).toFixed(1)} kB a resource`);
