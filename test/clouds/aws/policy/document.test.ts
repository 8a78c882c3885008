import { describe, expect, it } from "vitest";
import { at, native, shown, written } from "./support.ts";

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const line = "allow may s3:GetObject on *";

/** Spellings of a document, the statements that are read, and why it may have more. */
const spellings: readonly (readonly [
  name: string,
  document: unknown,
  statements: readonly string[],
  unread?: string,
])[] = [
  ["a list of statements", { Version: "2012-10-17", Statement: [read, read] }, [line, line]],
  ["one statement without a list", { Statement: read }, [line]],
  ["no statement", { Statement: [] }, []],
  ["nothing but a version", { Version: "2012-10-17", Id: "x" }, []],
  ["nothing", {}, []],
  [
    "another letter case of the elements",
    { VERSION: "2012-10-17", statement: [{ effect: "allow", action: "s3:GetObject", RESOURCE: "*" }] },
    [line],
  ],
  ["another name for the statements", { Statements: [read] }, [], "ambiguous-text"],
  ["a list", [read], [], "ambiguous-text"],
  ["a number", 7, [], "ambiguous-text"],
  ["true", true, [], "ambiguous-text"],
  ["a statement that is a text", { Statement: [read, "s3:*"] }, [line], "ambiguous-text"],
  ["a statement that is null", { Statement: [null, read] }, [line], "ambiguous-text"],
  ["statements that are a text", { Statement: "x" }, [], "ambiguous-text"],
];

describe("readDocument", () => {
  it.each(spellings)("reads native objects: %s", (_name, document, statements, unread) => {
    const found = native(document);
    expect(found.statements.map(shown)).toEqual(statements);
    expect(found.unread?.reason).toBe(unread);
  });

  it.each(spellings)("reads the same from JSON text: %s", (_name, document, statements, unread) => {
    const found = written(JSON.stringify(document));
    expect(found.statements.map(shown)).toEqual(statements);
    expect(found.unread?.reason).toBe(unread);
  });

  it.each([
    ["the whole document", "?doc", "doc"],
    ["all statements", { Statement: "?all" }, "all"],
    ["one of the statements", { Statement: [read, "?one"] }, "one"],
  ])("says that it does not know %s", (_name, document, expression) => {
    const found = native(document);
    expect(found.unread?.refs.map((one) => one.expression)).toEqual([expression]);
    expect(found.notices).toEqual([]);
  });

  it("has nothing of a document that is not there", () => {
    expect(native(null)).toEqual({ statements: [], version: undefined, notices: [] });
  });

  it("points into the text", () => {
    const [statement] = written(JSON.stringify({ Statement: [read] })).statements;
    expect(statement?.at).toEqual({ ...at, pointer: "/policy#/Statement/0" });
    expect(native({ Statement: [read] }).statements[0]?.at.pointer).toBe("/policy/Statement/0");
  });

  it("reads a version, and every white space that JSON may have", () => {
    const found = written(' \n\t{"Version" : "2008-10-17",\r\n"Statement":[ ]}\n');
    expect(found.version).toEqual(["2008-10-17"]);
  });
});

/** Texts that are no document, with the notice that says so. */
const refused: readonly (readonly [notice: string, text: string])[] = [
  ["info policy-not-json", ""],
  ["info policy-not-json", "{oops: hunter2}"],
  ["info policy-not-json", '{"Statement":[]}}'],
  ["info policy-not-json", "\ufeff{}"],
  ["info policy-not-an-object", "[]"],
  ["info policy-not-an-object", '"{}"'],
  ["info policy-not-an-object", "null"],
  ["info policy-without-statements", '{"Action":"*"}'],
  ["incomplete policy-too-deep", `{"Statement":${"[".repeat(64)}${"]".repeat(64)}}`],
  ["incomplete policy-too-deep", `{"Statement":${"[".repeat(60_000)}${"]".repeat(60_000)}}`],
  ["incomplete policy-too-long", `{"Statement":[],"Id":"${"x".repeat(128 * 1024)}"}`],
  ["incomplete policy-too-long", `${"[".repeat(5_000_000)}`],
];

describe("texts that are no policy document", () => {
  it.each(refused)("%s", (notice, text) => {
    const found = written(text);
    expect(found.notices.map((one) => `${one.level} ${one.code}`)).toEqual([notice]);
    expect(found.notices[0]?.message).not.toContain("hunter2");
    expect([found.statements, found.unread === undefined]).toEqual([[], false]);
  });
});

/** Keys that stand twice: the text, where the second is, and the statement as far as it is certain. */
const twice: readonly (readonly [text: string, pointer: string, statement: string])[] = [
  [
    '{"Statement":{"Effect":"Deny","Effect":"Allow","Action":"a:B","Resource":"*"}}',
    "/Statement/Effect",
    "effect ?ambiguous-text may a:B on *",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"*","Action":"a:B","Resource":"*"}]}',
    "/Statement/0/Action",
    "allow may ?ambiguous-text on *",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"*","\\u0041ction":"a:B","Resource":"*"}]}',
    "/Statement/0/Action",
    "allow may ?ambiguous-text on *",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"a:B","action":"*","Resource":"*"}]}',
    "/Statement/0/action",
    "allow may ?ambiguous-text on *",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"a:B","Resource":"*","Resource":"x"}]}',
    "/Statement/0/Resource",
    "allow may a:B on ?ambiguous-text",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"a:B","Principal":{"AWS":"*","AWS":"111122223333"}}]}',
    "/Statement/0/Principal/AWS",
    "allow by unknown ?ambiguous-text may a:B",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"a:B","Condition":{"Bool":{"a:b":"1"},"Bool":{}}}]}',
    "/Statement/0/Condition/Bool",
    "allow may a:B and ?ambiguous-text",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"a:B","Condition":{"Bool":{"a:b":"1","A:B":"0"}}}]}',
    "/Statement/0/Condition/Bool/A:B",
    "allow may a:B if Bool a:b ?ambiguous-text if Bool A:B ?ambiguous-text",
  ],
  [
    '{"Statement":[{"Effect":"Allow","Action":"a:B","Sid":"x/y~","Resource":"*","Sid":"z"}]}',
    "/Statement/0/Sid",
    "allow may a:B on *",
  ],
];

describe("a key that stands twice", () => {
  it.each(twice)("%s", (text, pointer, statement) => {
    const found = written(text);
    expect(found.notices.map(({ code, level, at }) => [level, code, at.pointer])).toEqual([
      ["info", "duplicate-key", `/policy#${pointer}`],
    ]);
    expect(found.statements.map(shown)).toEqual([statement]);
  });

  it("makes all statements uncertain where it is theirs", () => {
    const found = written('{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}],"Statement":[]}');
    expect([found.statements, found.unread?.reason]).toEqual([[], "ambiguous-text"]);
  });

  it("is not one in another object, in a list, or inside a string", () => {
    const other = { Effect: "Allow", Action: ["a:B", "a:B"], Resource: '{"a":1,"a":2} \\" "Effect":' };
    expect(written(JSON.stringify({ Statement: [other, other] })).notices).toEqual([]);
  });
});
