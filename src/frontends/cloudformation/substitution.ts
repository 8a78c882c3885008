/** A part of a text with variables: literal, or a name to be replaced. */
export type Piece = { readonly literal: string } | { readonly variable: string };

/**
 * The pieces of what `Fn::Sub` is given: `${Name}` is replaced, `${!Name}` stays as `${Name}`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { index, 0: whole, 1: name = "" } of text.matchAll(/\$\{([^${}]*)\}/g)) {
    if (index > done) pieces.push({ literal: text.slice(done, index) });
    const inner = name.trim();
    pieces.push(inner.startsWith("!") ? { literal: `\${${inner.slice(1)}}` } : { variable: inner });
    done = index + whole.length;
  }
  if (done < text.length) pieces.push({ literal: text.slice(done) });
  return pieces;
}

/**
 * The pieces of a text around references to secrets and parameters that are looked up during the deployment.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function aroundDynamicReferences(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { index, 0: whole, 1: service = "" } of text.matchAll(/\{\{resolve:([\w-]+):[^{}]*\}\}/g)) {
    if (index > done) pieces.push({ literal: text.slice(done, index) });
    pieces.push({ variable: service });
    done = index + whole.length;
  }
  if (done < text.length) pieces.push({ literal: text.slice(done) });
  return pieces;
}
