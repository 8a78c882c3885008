import { expectChoices } from "#model/choice.ts";
import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import { literalText, type Text } from "#model/text.ts";
import { absent, type ListTree, type MapTree, type Tree, textOf } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import type { Given } from "../frontend.ts";
import { callIn } from "./calls.ts";
import type { Evaluator, Others } from "./functions/function.ts";
import { functions } from "./functions/index.ts";
import { waitsFor } from "./holes.ts";
import { aroundDynamicReferences } from "./substitution.ts";
import { placeOf, type Template } from "./template.ts";
import { textTree, unknownTree } from "./texts.ts";

/** The values of a template as trees: functions are worked out as far as the template tells, when somebody asks. */
export class Values implements Evaluator {
  readonly template: Template;
  readonly given: Given;
  readonly others: Others;
  /** Pointers of values whose key stands twice: which one counts is not certain. */
  readonly #twice: ReadonlySet<string>;

  constructor(template: Template, given: Given, twice: ReadonlySet<string>, others: Others) {
    expectChoices();
    this.template = template;
    this.given = given;
    this.others = others;
    this.#twice = twice;
  }

  tree(raw: unknown, here: SourceLocation): Tree {
    const at = placeOf(raw, here, this.template);
    if (this.#twice.size > 0 && this.#twice.has(at.pointer)) return unknownTree(hole("ambiguous-text"), at);
    if (typeof raw === "string") return textTree(withDynamicReferences(raw), at);
    if (typeof raw === "number") return { kind: "number", value: raw, at };
    if (typeof raw === "boolean") return { kind: "boolean", value: raw, at };
    if (Array.isArray(raw)) return new ListView(raw, at, this);
    if (!isRecord(raw)) return absent(at);
    const call = callIn(raw);
    if (call === undefined) return new MapView(raw, at, this);
    const evaluate = functions.get(call.name);
    const below = inside(at, call.name);
    return evaluate === undefined
      ? unknownTree(waitsFor(call.name, "unsupported-expression"), at)
      : evaluate(call.argument, { at, below, values: this });
  }

  text(raw: unknown, at: SourceLocation): Text {
    return textOf(this.tree(raw, at)) ?? [hole("unsupported-expression")];
  }
}

/** Secrets and parameters that are looked up during the deployment; neither their values nor their names are told. */
export function withDynamicReferences(text: string): Text {
  if (!text.includes("{{resolve:")) return literalText(text);
  return aroundDynamicReferences(text).map((piece) =>
    "literal" in piece
      ? piece.literal
      : waitsFor(`resolve:${piece.variable}`, piece.variable === "ssm" ? "deploy-time-parameter" : "sensitive"),
  );
}

/** Whether a function says that an item of a list, or a property, is not there: `AWS::NoValue`, maybe chosen by a condition. */
function isLeftOut(raw: unknown, { kind }: Tree): boolean {
  return kind === "absent" && callIn(raw) !== undefined;
}

class ListView implements ListTree {
  readonly kind = "list";
  readonly at: SourceLocation;
  readonly #raw: readonly unknown[];
  readonly #values: Values;
  #items: readonly Tree[] | undefined;

  constructor(raw: readonly unknown[], at: SourceLocation, values: Values) {
    this.#raw = raw;
    this.at = at;
    this.#values = values;
  }

  get items(): readonly Tree[] {
    this.#items ??= this.#raw
      .map((item, i) => this.#values.tree(item, inside(this.at, i)))
      .filter((tree, i) => !isLeftOut(this.#raw[i], tree));
    return this.#items;
  }
}

class MapView implements MapTree {
  readonly kind = "map";
  readonly at: SourceLocation;
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #values: Values;
  #known: Map<string, Tree> | undefined;

  constructor(raw: Readonly<Record<string, unknown>>, at: SourceLocation, values: Values) {
    this.#raw = raw;
    this.at = at;
    this.#values = values;
  }

  keys(): readonly string[] {
    return Object.keys(this.#raw).filter(
      (key) => callIn(this.#raw[key]) === undefined || !isLeftOut(this.#raw[key], this.get(key)),
    );
  }

  get(key: string): Tree {
    const known = this.#known?.get(key);
    if (known !== undefined) return known;
    const at = inside(this.at, key);
    const tree = Object.hasOwn(this.#raw, key) ? this.#values.tree(this.#raw[key], at) : absent(at);
    this.#known ??= new Map();
    this.#known.set(key, tree);
    return tree;
  }
}
