/** Shows what rolecall is for: judges the plan of a small shop, which has something in it that must not be deployed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const shop = "fixtures/plans/terraform-plan/shop";
const args = ["check", `${shop}/plan.json`, "--ruleset", `${shop}/rolecall.yaml`];

console.log(`$ rolecall ${args.join(" ")}\n`);
const { status } = spawnSync(process.execPath, ["bin/rolecall.cjs", ...args], { cwd: root, stdio: "inherit" });
console.log(`\nexit code ${status}: this is what stops a pipeline.`);
process.exitCode = status === 1 ? 0 : 4;
