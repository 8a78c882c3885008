import fc from "fast-check";

/** Text that is nearly JSON: a valid document with some characters changed. */
export const nearlyJson = fc
  .record({
    text: fc
      .json({ maxDepth: 4 })
      .map((text) => (text.length % 2 === 0 ? text : JSON.stringify(JSON.parse(text), null, 1))),
    edits: fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(2),
        fc.constantFrom(...Array.from('{}[]",:\\ \n\t0123456789.-+eEtrufalsn/b\u0000\u001fé☃')),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ text, edits }) => edits.reduce(edit, text));

function edit(text: string, [place, removed, inserted]: readonly [number, number, string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}
