import { Buffer } from "node:buffer";
import { isRecord } from "#model/json-tree.ts";
import { created, Hidden, type Values } from "./shapes.ts";

export type Row = readonly [type: string, name: string, values: Values];

/** A plan that creates resources, each in the shape of the provider's schema. Whatever is hidden was written, so that the provider will not choose it. */
export function planOf(rows: readonly Row[]): Uint8Array {
  const plan = {
    format_version: "1.2",
    resource_changes: rows.map(([type, name, values]) => ({
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_name: "example.com/hashicorp/aws",
      change: { actions: ["create"], before: null, ...created(type, values) },
    })),
    configuration: {
      provider_config: {
        aws: {
          name: "aws",
          expressions: {
            region: { constant_value: "eu-west-1" },
            allowed_account_ids: { constant_value: ["111122223333"] },
          },
        },
      },
      root_module: {
        resources: rows.map(([type, name, values]) => ({
          address: `${type}.${name}`,
          mode: "managed",
          type,
          name,
          provider_config_key: "aws",
          expressions: expressionsOf(values),
        })),
      },
    },
  };
  return Buffer.from(JSON.stringify(plan));
}

/** Something was written for each value, and for each within its blocks. */
function expressionsOf(values: Values): Values {
  const entries = Object.entries(values).map(([key, value]) => {
    if (value instanceof Hidden && value.from !== undefined) return [key, { references: [value.from] }];
    const isBlocks = Array.isArray(value) && value.length > 0 && value.every(isRecord);
    if (isBlocks) return [key, value.map(expressionsOf)];
    return [key, value instanceof Hidden ? {} : { constant_value: value }];
  });
  return Object.fromEntries(entries);
}
