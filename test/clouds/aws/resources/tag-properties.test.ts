import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { graphOf } from "./facts.ts";

const allowed = {
  Statement: {
    Effect: "Allow",
    Principal: { AWS: "444455556666" },
    Action: "backup:CopyIntoBackupVault",
    Resource: "*",
  },
};
const pairs = [{ Key: "owner", Value: "records" }];

it.each<[type: string, properties: Readonly<Record<string, unknown>>]>([
  ["AWS::Backup::BackupVault", { BackupVaultTags: { owner: "records" }, AccessPolicy: allowed }],
  ["AWS::Cognito::IdentityPool", { IdentityPoolTags: pairs, AllowUnauthenticatedIdentities: true }],
  ["AWS::EFS::FileSystem", { FileSystemTags: pairs, FileSystemPolicy: allowed }],
  ["AWS::SQS::Queue", { Tags: pairs, RedriveAllowPolicy: {} }],
])("%s: its tags tell an owner", async (Type, Properties) => {
  const queues = {
    P: { Type: "AWS::SQS::QueuePolicy", Properties: { Queues: [{ Ref: "X" }], PolicyDocument: allowed } },
  };
  const template = { Resources: { X: { Type, Properties }, ...(Type === "AWS::SQS::Queue" && queues) } };
  const { targets, endpoints } = await graphOf(Buffer.from(JSON.stringify(template)));
  const [subject] = [...targets, ...endpoints];
  expect(subject?.owner).toMatchObject({ kind: "told", name: "records" });
});
