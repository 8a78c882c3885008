import type { Claim } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import { showText, wholeText } from "#model/text.ts";
import { isOwnable, type OwnableKind, ownableKinds } from "./ownable.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { firstThatSays, missing, type Said, saidBy, saidByTags } from "./said.ts";
import { nameOf } from "./words.ts";

interface Options {
  readonly on: readonly OwnableKind[];
  readonly tags: readonly string[];
  readonly description: boolean;
  readonly shortest: number;
}

const defaults: Options = { on: ownableKinds, tags: ["purpose", "description"], description: true, shortest: 8 };

export default defineRule<"identity", Options>({
  id: "require-purpose",
  family: "OWN",
  severity: "medium",
  title: "Every identity says what it is for",
  why: "Whether an identity has the right access, or is still needed, can only be told by what it is for.",
  fix: "Say in a sentence what it is for: in its description, or in a tag.",
  inspects: "identity",
  defaults,
  options: (z) =>
    z.strictObject({
      on: z
        .array(z.enum(ownableKinds))
        .default([...defaults.on])
        .describe("the kinds of identities that need a purpose"),
      tags: z
        .array(z.string().min(1))
        .default([...defaults.tags])
        .describe("tags that may tell it"),
      description: z.boolean().default(defaults.description).describe("whether a role's description may tell it"),
      shortest: z.int().min(1).default(defaults.shortest).describe("how many characters say something, at least"),
    }),
  *claims({ identity }, context) {
    if (!isOwnable(identity, context.options.on)) return;
    const said = purposeOf(identity, context.options);
    if (said.kind !== "said") yield claimOf(said, identity, context);
  },
});

function purposeOf(identity: Identity, { tags, description, shortest }: Options): Said {
  const reject = (value: string) => faultOf(value, shortest, identity);
  const own = description ? identity.description : undefined;
  const byTags = saidByTags(identity.tags, tags, reject);
  if (own !== undefined && own.length > 0) return firstThatSays([saidBy("its description", own, reject), byTags]);
  if (byTags.kind !== "unsaid" || !description || identity.kind !== "role") return byTags;
  return { kind: "unsaid", because: `it has no description, and ${byTags.because}` };
}

/** Why a text tells no purpose. */
function faultOf(text: string, shortest: number, { name }: Identity): string | undefined {
  const words = text.trim().toLowerCase();
  const own = wholeText(name);
  if (words === "") return "is empty";
  if (meaningless.test(words)) return `says nothing: "${text}"`;
  if (own.known && own.value.toLowerCase() === words) return "only repeats its name";
  return words.length < shortest ? `is too short to say something: "${text}"` : undefined;
}

/** What people, and tools, write to have written something. */
const meaningless =
  /^(-+|\.+|x+|n\/?a|none|null|nil|unknown|tbd|todo\b.*|fixme\b.*|tmp|temp|test|testing|default|misc|placeholder|change ?me|description|purpose|(aws )?(iam )?(role|user)|(managed|created) by \w+)\.?$/;

function claimOf(said: Exclude<Said, { kind: "said" }>, identity: Identity, context: RuleContext<Options>): Claim {
  const { options } = context;
  const [key = "purpose"] = options.tags;
  const [workload] = context.workloadsOf(identity.id);
  const guess =
    workload === undefined ? "<what it is for>" : `<why ${workload.type} ${showText(workload.name)} needs it>`;
  return {
    ...missing(said),
    detail: "purpose",
    message: `${nameOf(identity)} ${said.kind === "hidden" ? "may not say" : "does not say"} what it is for: ${said.because}`,
    evidence: [{ role: "primary", message: said.because, location: identity.tags.at ?? identity.at }],
    fix: `Set the tag ${key} = "${guess}" on ${identity.address}${options.description && identity.kind === "role" ? ", or its description" : ""}.`,
  };
}
