import { describe, expect, it } from "vitest";
import { type Behaviour, type Block, behaviours, schemas } from "../../fixtures/maker/provider/schema.ts";
import { isList, isObject, type Value } from "../../fixtures/maker/wire/value.ts";

const attributes = (schema: Block) => Object.keys(schema.attributes);
const blocks = (schema: Block) => Object.keys(schema.blocks ?? {});

/** Words of templates that are no attributes. */
const words = new Set(["now", "uuid", "account", "partition", "region"]);

function strings(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(strings);
  return isObject(value) ? Object.values(value).flatMap(strings) : [];
}

/** The attributes that the templates of a behaviour ask for. */
function asked({ values = {} }: Behaviour): readonly string[] {
  const holes = strings(values).flatMap((text) => [...text.matchAll(/\{(?:(?:host|last):)?(\w+)\}/g)]);
  const names = holes.flatMap(([, name]) => (name === undefined ? [] : [name]));
  return names.filter((name) => !words.has(name) && !/^(?:hex|upper|digits)\d+$/.test(name));
}

/** Every name that a behaviour says something of and that the schema does not have. */
function strangers(behaviour: Behaviour, schema: Block): readonly string[] {
  const { forceNew = [], defaults = {}, values = {}, computedBlocks = [], nameAttribute, mustExist } = behaviour;
  const ofAttributes = [
    ...Object.keys(defaults),
    ...Object.keys(values),
    ...asked(behaviour),
    ...(nameAttribute === undefined ? [] : [nameAttribute]),
    ...(mustExist === undefined ? [] : mustExist.split("|")),
  ];
  const all = new Set(["*", ...attributes(schema), ...blocks(schema)]);
  return [
    ...ofAttributes.filter((name) => !attributes(schema).includes(name)),
    ...computedBlocks.filter((name) => !blocks(schema).includes(name)),
    ...forceNew.filter((name) => !all.has(name)),
  ];
}

describe.each([
  ["resources", schemas.resources, behaviours.resources],
  ["data sources", schemas.data, behaviours.data],
])("the %s of the stub provider", (_, table, rules) => {
  it.each(Object.entries(rules))("%s: behaves only where it has something to behave", (type, behaviour) => {
    const schema = table[type];
    expect(schema === undefined ? ["no schema"] : strangers(behaviour, schema)).toEqual([]);
  });

  it.each(Object.entries(table))("%s: every attribute can be set or is computed", (_type, schema) => {
    const idle = Object.entries(schema.attributes).filter(
      ([, [, ...flags]]) => !flags.some((flag) => flag === "required" || flag === "optional" || flag === "computed"),
    );
    expect(idle).toEqual([]);
  });
});

describe("what else the stub provider says", () => {
  it("gives every resource a behaviour, if an empty one", () => {
    expect(Object.keys(schemas.resources).filter((type) => !(type in behaviours.resources))).toEqual([]);
  });

  it.each(Object.entries(behaviours.identities))("%s: is named by its attributes or the account", (type, names) => {
    const schema = schemas.resources[type];
    const known = schema === undefined ? [] : [...attributes(schema), "account_id"];
    expect(Object.keys(names).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(Object.entries(behaviours.ephemeral))(
    "%s: fills only attributes that it has",
    (_type, { schema, ...rule }) => {
      expect(strangers(rule, schema)).toEqual([]);
    },
  );
});
