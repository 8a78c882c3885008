import { inside, type SourceLocation } from "#model/location.ts";
import type { ResourceChange } from "#model/plan.ts";
import { inputsAt } from "./document.ts";
import type { Form } from "./form.ts";
import type { Merged } from "./merged.ts";
import { count, type Notices } from "./notices.ts";
import { propertiesWithOutputs } from "./output-as-text.ts";
import type { Providers } from "./providers.ts";
import { hiddenIn, secretSignature } from "./special.ts";
import { parseUrn } from "./urn.ts";

/** What is said of resources, whatever the form of their document; what nothing in it can mean is not looked for. */
export function sayOfResources(
  resources: readonly Merged[],
  changes: readonly ResourceChange[],
  { notices, document: { bytes } }: Form,
): void {
  const byAddress = new Map(resources.map((one) => [one.address, one]));
  const wanted = changes.flatMap(({ address }) => byAddress.get(address) ?? []);
  for (const one of resources) sayOfShape(one, notices);
  if (bytes.includes("on an [Output")) for (const one of wanted) sayOfOutputs(one, notices);
  for (const one of changes) sayOfAction(one, notices);
  if (bytes.includes("[secret]") || bytes.includes(secretSignature)) sayOfSecrets(wanted, notices);
  sayOfReads(wanted, notices);
}

/** Steps that people write or trim by hand may have no URN that is one, or no state. */
function sayOfShape({ urn, pointer, old, new: next }: Merged, notices: Notices): void {
  if (parseUrn(urn) === undefined || (old === undefined && next === undefined)) notices.odd(pointer);
}

/** A program that makes a text of an output gets a sentence in its place. */
function sayOfOutputs({ address, new: next }: Merged, notices: Notices): void {
  if (next === undefined) return;
  for (const property of propertiesWithOutputs(next.value.inputs)) {
    const place = { document: notices.document, pointer: inputsAt(next), address };
    const says = "holds an output that the program turned into a text before its value was known";
    const mend = "use pulumi.jsonStringify, pulumi.interpolate or apply";
    notices.say("info", "output-as-text", inside(place, property), `${property} ${says}: ${mend}`);
  }
}

function sayOfAction({ action, address, at }: ResourceChange, notices: Notices): void {
  if (action === "unrecognized") {
    const message = "the engine does something with this resource that this version does not know";
    notices.say("incomplete", "unknown-action", at, message);
  }
  if (action === "forget") {
    const name = parseUrn(address)?.name ?? address;
    notices.say("info", "forgotten", at, `${name} will no longer be managed here, but stays as it is`);
  }
}

function sayOfSecrets(resources: readonly Merged[], notices: Notices): void {
  const hidden = resources.reduce((sum, { new: next }) => sum + hiddenIn(next?.value.inputs), 0);
  if (hidden === 0) return;
  const what = count(hidden, "value is secret and not told", "values are secret and not told");
  const how = "pulumi preview --save-plan plan.json --show-secrets tells them, and no report does";
  notices.say("info", "secrets-not-told", "", `${what}, so what depends on them is undecided: ${how}`);
}

/** A preview tells of what is only looked up nothing but the id; a log of events has what the provider answered. */
function sayOfReads(resources: readonly Merged[], notices: Notices): void {
  const reads = resources.filter(({ action, new: next }) => action === "read" && next?.value.outputs === undefined);
  if (reads.length === 0) return;
  const what = count(reads.length, "resource is", "resources are");
  const how = "PULUMI_DEBUG_COMMANDS=true pulumi preview --event-log events.json tells them";
  notices.say("info", "reads-not-told", "", `${what} only looked up, and their values are not told: ${how}`);
}

/** A provider that a program configures, and that stays as it is, may be left out with all else that does. */
export function sayOfProviders({ missing }: Providers, notices: Notices): void {
  for (const urn of [...missing].sort()) {
    const place: SourceLocation = { document: notices.document, pointer: "", address: urn };
    const what = `the provider ${parseUrn(urn)?.name ?? urn} is not told here, and with it account, region and default tags`;
    notices.say(
      "info",
      "provider-not-told",
      place,
      `${what}: pulumi preview --json --show-sames > preview.json tells them`,
    );
  }
}
