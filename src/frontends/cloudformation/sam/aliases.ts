import { attribute, isMissing, ref, textIn } from "./language.ts";
import { type Around, type Made, made, type Serverless } from "./parts.ts";

/** The alias that is made of each version of a function: whatever invokes the function invokes the alias. */
export function aliasOf(source: Serverless, { template }: Around): Made | undefined {
  const { AutoPublishAlias: written } = source.properties;
  const name = isMissing(written) ? undefined : textIn(written, template);
  if (name === undefined) return undefined;
  const id = `${source.id}Alias${name.replace(/[^A-Za-z0-9]/g, "")}`;
  const version = attribute(source.id, "Version");
  const properties = { Name: name, FunctionName: ref(source.id), FunctionVersion: version };
  const steps = [...source.steps, "Properties", "AutoPublishAlias"];
  return { ...made(source, id, "AWS::Lambda::Alias", properties, steps), called: `${source.id}.Alias` };
}
