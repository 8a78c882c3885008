/** Shows what rolecall is for: judges the plan of a small shop, which has something in it that must not be deployed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const shop = fileURLToPath(new URL("../fixtures/plans/terraform-plan/shop", import.meta.url));
const rolecall = fileURLToPath(new URL("../bin/rolecall.cjs", import.meta.url));

console.log("$ cd fixtures/plans/terraform-plan/shop && rolecall check plan.json\n");
const { status } = spawnSync(process.execPath, [rolecall, "check", "plan.json"], { cwd: shop, stdio: "inherit" });
console.log(`\nexit code ${status}: this is what stops a pipeline.`);
process.exitCode = status === 1 ? 0 : 4;
