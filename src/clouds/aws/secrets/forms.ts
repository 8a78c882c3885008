/** The forms that vendors give to their secrets, so that they can be told from anything else. The source of each stands before it. */
const forms: readonly (readonly [what: string, form: RegExp])[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  ["an AWS access key", /\bAKIA[A-Z2-7]{16}\b/],
  // https://www.rfc-editor.org/rfc/rfc7468
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  ["a GitHub token", /\b(?:gh[opsur]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,})/],
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  ["a GitLab token", /\bgl(?:pat|ptt|dt|rt|cbt|agent|soat)-[A-Za-z0-9_-]{20,}/],
  // https://docs.slack.dev/authentication/tokens/
  ["a Slack token", /\bxox[abeprs]-[A-Za-z0-9-]{20,}/],
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
  ["a Slack webhook", /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{20,}/],
  // https://docs.stripe.com/keys
  ["a Stripe key", /\b[rs]k_live_[A-Za-z0-9]{20,}/],
  // https://cloud.google.com/docs/authentication/api-keys
  ["a Google API key", /\bAIza[A-Za-z0-9_-]{35}\b/],
  // https://docs.npmjs.com/about-access-tokens
  ["an npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
  // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
  ["a SendGrid key", /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/],
  // https://developer.hashicorp.com/vault/docs/concepts/tokens
  ["a Vault token", /\bhv[sb]\.[A-Za-z0-9_-]{24,}/],
];

/** What a text holds that has the form of a secret; examples of documentation are none. */
export function secretForm(text: string): string | undefined {
  return forms.find(([, form]) => {
    const found = form.exec(text)?.[0];
    return found !== undefined && !/EXAMPLE|xxxxxxxx|00000000/i.test(found);
  })?.[0];
}

/** The secret half of an access key looks like nothing in particular; where it belongs it can be told by its length. */
export function looksLikeSecretKey(text: string): boolean {
  return /^[A-Za-z0-9/+]{40}$/.test(text);
}
