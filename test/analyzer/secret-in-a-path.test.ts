import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { usual } from "../usual.ts";

const template = `Parameters:
  Password: { Type: String, NoEcho: true, Default: wordpress }
Resources:
  Database:
    Type: AWS::RDS::DBCluster
    Properties:
      MasterUserPassword: !Ref Password
`;

test("a finding has its line though the name of its file is a secret, too", async () => {
  const input = { path: "wordpress.yaml", bytes: Buffer.from(template) };
  const { findings } = await check([input], usual);
  const [found] = findings.filter(({ rule }) => rule === "no-hardcoded-secret");
  expect(found?.evidence[0]?.location).toMatchObject({ document: "(sensitive).yaml", line: 7 });
});
