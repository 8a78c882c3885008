import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Attachment } from "#model/attachment.ts";
import type { NodeId } from "#model/node.ts";
import type { Rule } from "#rules/rule.ts";
import type { Earlier } from "./change.ts";
import { absorb, combine } from "./combine.ts";
import { overForms } from "./forms.ts";
import { type Asked, type Judgement, type JudgeOptions, judge } from "./judge.ts";

/**
 * Judges the state before as far as it is compared with what is said now: by the rules that say something of a subject now, and those that stand for them;
 * of a policy also those who held it.
 */
export function judgeEarlier(judgements: readonly Judgement[], before: IndexedGraph, how: JudgeOptions): Earlier {
  const holders = Map.groupBy(before.graph.attachments, ({ policy }) => policy);
  const asked = askedOf(judgements, holders, how.rules);
  return { index: before, judgements: absorb(combine(overForms(judge(before, { ...how, asked }), before.graph))) };
}

function askedOf(
  judgements: readonly Judgement[],
  holders: ReadonlyMap<NodeId | undefined, readonly Attachment[]>,
  rules: readonly Rule[],
): Asked {
  const asked = new Map<NodeId, Set<string>>();
  const standIns = new Map<string, ReadonlySet<string>>();
  for (const { rule, subject } of judgements) {
    const all = standIns.get(rule.id) ?? standInsOf(rule.id, rules);
    standIns.set(rule.id, all);
    const others = (holders.get(subject.id) ?? []).flatMap(({ to }) => to ?? []);
    for (const id of [subject.id, ...others]) ask(asked, id, all);
  }
  return asked;
}

function ask(asked: Map<NodeId, Set<string>>, id: NodeId, rules: ReadonlySet<string>): void {
  const all = asked.get(id) ?? new Set<string>();
  asked.set(id, all);
  for (const rule of rules) all.add(rule);
}

/** A rule, and all whose findings stand for one of its: those that absorb it, those that absorb these. */
function standInsOf(id: string, rules: readonly Rule[]): ReadonlySet<string> {
  const found = new Set([id]);
  for (const one of found) for (const rule of rules) if (rule.absorbs?.includes(one) === true) found.add(rule.id);
  return found;
}
