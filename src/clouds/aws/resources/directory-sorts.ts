import type { Sort } from "../link/linking.ts";

// Whoever signs in through IAM Identity Center, or through a user pool of Cognito, is known to a directory and not to IAM: people, as a rule.
export const directoryUser: Sort = { kind: "user", thing: "directory-user", machine: "no" };
export const directoryGroup: Sort = { kind: "group", thing: "directory-group", machine: "no" };
export const poolUser: Sort = { kind: "user", thing: "pool-user", machine: "no" };
export const poolGroup: Sort = { kind: "group", thing: "pool-group", machine: "no" };

/** What IAM Identity Center makes a role of in each account that it is assigned in. https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html */
export const permissionSet: Sort = { kind: "role", thing: "permission-set", machine: "no" };
