import { describe, expect, it } from "vitest";
import { secretForm } from "#clouds/aws/secrets/forms.ts";
import { isPlaceholder, isPlausible, isSecretName } from "#clouds/aws/secrets/plausible.ts";

describe("names that say that a value is a secret", () => {
  it.each([
    "DB_PASSWORD",
    "dbPassword",
    "db-passwd",
    "MYSQL_PWD",
    "CLIENT_SECRET",
    "GITHUB_TOKEN",
    "apiKey",
    "X_API_KEY",
    "AWS_SECRET_ACCESS_KEY",
    "PASSWORD_2",
    "--db-password",
  ])("%s", (name) => {
    expect(isSecretName(name)).toBe(true);
  });
});

describe("names that stand for something else", () => {
  it.each([
    "SECRET_ARN",
    "TOKEN_URL",
    "PASSWORD_LENGTH",
    "SECRET_NAME",
    "NEXT_TOKEN",
    "MAX_TOKENS",
    "PUBLIC_KEY",
    "PARTITION_KEY",
    "KEY",
    "KEYCLOAK_REALM",
    "COMPASS_WORD",
  ])("%s", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe("values that could well be secrets", () => {
  it.each(["Tr0ub4dor-7782-Fz", "hunter22hunter22", "f3a9c1d07be2", "p@ssw0rt!"])("%s", (value) => {
    expect(isPlausible(value, "DB_PASSWORD")).toBe(true);
  });
});

describe("values that are none", () => {
  it.each([
    ["short1", "too short"],
    ["changeme-123", "to be replaced"],
    ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2", "an ARN"],
    ["https://login.example.com/token7", "an address"],
    ["{{resolve:secretsmanager:db:SecretString:pw7}}", "a reference of CloudFormation"],
    ["/shop/prod/db7", "the path of a parameter"],
    ["shop/api-key", "a name"],
    ["com.shop.login", "a name"],
    ["disabled", "a switch"],
    ["DB-PASSWORD", "its own name"],
    ["two words 77", "a sentence"],
    ["aaaaaaaaaa", "all letters alike in kind"],
  ])("%s: %s", (value) => {
    expect(isPlausible(value, "DB_PASSWORD")).toBe(false);
  });

  it("stand where a secret will be put", () => {
    expect(["changeme", "TODO", "", "<put it here>", "placeholder"].every(isPlaceholder)).toBe(true);
    expect(isPlaceholder("Tr0ub4dor-7782-Fz")).toBe(false);
  });
});

describe("forms of vendors", () => {
  const a = (length: number) => "a1B2c3D4e5".repeat(10).slice(0, length);
  it.each([
    ["key=AKIAQRSTUVWXYZ234567;", "an AWS access key"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMII", "a private key"],
    ["-----BEGIN OPENSSH PRIVATE KEY-----", "a private key"],
    [`ghp_${a(36)}`, "a GitHub token"],
    [`github_pat_${a(50)}`, "a GitHub token"],
    [`glpat-${a(20)}`, "a GitLab token"],
    [`xoxb-${a(24)}`, "a Slack token"],
    [`sk_live_${a(24)}`, "a Stripe key"],
    [`AIza${a(35)}`, "a Google API key"],
    [`npm_${a(36)}`, "an npm token"],
    [`hvs.${a(24)}`, "a Vault token"],
  ])("%s", (text, what) => {
    expect(secretForm(text)).toBe(what);
  });

  it.each([
    ["AKIAIOSFODNN7EXAMPLE", "an example of the documentation"],
    ["-----BEGIN PUBLIC KEY-----", "a public key"],
    ["-----BEGIN CERTIFICATE-----", "a certificate"],
    ["arn:aws:iam::111122223333:role/AKIA", "an ARN"],
    ["sk_test_a1B2c3D4e5a1B2c3D4e5", "a key for tests"],
  ])("not %s: %s", (text) => {
    expect(secretForm(text)).toBeUndefined();
  });
});
