import { writeFileSync } from "node:fs";
import { dump } from "js-yaml";
import { serviceTemplate } from "./service-template.ts";

/** A template in YAML of about so many bytes: services beside each other, as a template that grew for years has them. Gives its bytes. */
export function writeYaml(path: string, bytes: number, seed: number): number {
  const parts: string[] = [];
  let length = 0;
  for (let number = 0; length < bytes; number++) {
    const { Resources } = serviceTemplate({ number, seed, path: `Service${number}` });
    const text = dump(Resources, { noRefs: true })
      .replaceAll(/^(?=\S)/gm, `S${number}`)
      .replaceAll(/^(?=.)/gm, "  ");
    parts.push(text);
    length += text.length;
  }
  const text = `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${parts.join("")}`;
  writeFileSync(path, text);
  return text.length;
}
