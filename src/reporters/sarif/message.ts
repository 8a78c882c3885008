/**
 * A text as the message of a result. In these, `[words](target)` is a link and `{0}` a placeholder: what is neither is written so that it stays what it is.
 * Section 3.11 of the standard.
 */
export function messageText(text: string): string {
  const literal = text.includes("](") ? text.replace(/[\\[\]]/g, "\\$&") : text;
  return literal.replace(/\{\d+\}/g, (braces) => `{${braces}}`);
}

/** A sentence: code scanning shows the first one as the title of an alert. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
