import { absent } from "./absent.ts";
import type { Assertion } from "./assertion.ts";
import { count } from "./count.ts";
import { equals } from "./equals.ts";
import { includes } from "./includes.ts";
import { matches } from "./matches.ts";
import { not } from "./not.ts";
import { notEquals } from "./not-equals.ts";
import { oneOf } from "./one-of.ts";
import { present } from "./present.ts";
import { sameAs } from "./same-as.ts";

/** The verbs of rulesets, in the order in which they are told. */
export const assertions: readonly Assertion[] = [
  equals,
  notEquals,
  oneOf,
  matches,
  present,
  absent,
  includes,
  count,
  sameAs,
  not,
];
