/** The last words of a name that stands for a secret. `SECRET_ARN` and `TOKEN_URL` stand for something else. */
const secretWords =
  /(?:^|[^a-z])(?:pass ?(?:word|wd|phrase)|pwd|secret|token|api ?key|(?:access|secret|private|auth|encryption|signing|master|license|account) key|credentials?)$/;

/** Tokens that are no secrets: the next page, the most words of an answer. */
const otherTokens = /(?:next|page|continuation|max|min|num|total|client request|idempotency|csrf header) token$/;

/** Whether a name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .replace(/[^A-Za-z]+/g, " ")
    .trim()
    .toLowerCase();
  return secretWords.test(words) && !otherTokens.test(words);
}

/** Values that are written to be replaced, or that say that there is none. */
const placeholder =
  /change|replace|placeholder|dummy|example|sample|fake|mock|todo|tbd|fixme|redacted|masked|secret|password|your|insert|<|>|\*\*\*|xxx|^(?:none|null|nil|undefined|unset|empty|true|false|default|disabled|enabled)$/i;

/** Addresses of secrets: what is written there names one and is none. */
const reference =
  /^(?:arn:|\{\{|\$\{?|@|ref\+|[a-z][a-z0-9+.-]*:\/\/|\/|(?:ssm|secretsmanager|vault|op|aws-ssm|aws-sm|env|file):)/i;

const shortest = 8;

/** Whether a value could well be a secret: long enough, made of different characters, and neither a placeholder nor the address or the name of one. */
export function isPlausible(value: string, name: string): boolean {
  if (value.length < shortest || /\s/.test(value.trim()) || placeholder.test(value) || reference.test(value))
    return false;
  if (value.toLowerCase().replace(/[^a-z0-9]/g, "") === name.toLowerCase().replace(/[^a-z0-9]/g, "")) return false;
  return kindsOf(value) > 1 && !isNameLike(value);
}

function kindsOf(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
}

/** Words joined by signs, the path or the name of something: `shop/db-pass`, `com.shop.token`. */
function isNameLike(value: string): boolean {
  return /^[A-Za-z]+(?:[-_./:][A-Za-z]+)+(?:[-_./:]?v?\d)?$/.test(value);
}

/** Whether a value only stands where a secret will be put later. */
export function isPlaceholder(value: string): boolean {
  return value.trim().length < 4 || placeholder.test(value);
}
