/** The command that makes an input which can be judged. */
export const fromPlanFile = "terraform show -json tfplan > plan.json && rolecall check plan.json";

/** The commands that do so from the beginning. */
export const fromConfiguration = `terraform plan -out=tfplan && ${fromPlanFile}`;

/** The commands that preview a stack of Pulumi, with all that stays as it is. */
export const fromPulumi = "pulumi preview --json --show-sames > preview.json && rolecall check preview.json";
