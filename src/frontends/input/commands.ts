/** The command that makes an input which can be judged. */
export const fromPlanFile = "terraform show -json tfplan > plan.json && rolecall check plan.json";

/** The commands that do so from the beginning. */
export const fromConfiguration = `terraform plan -out=tfplan && ${fromPlanFile}`;
