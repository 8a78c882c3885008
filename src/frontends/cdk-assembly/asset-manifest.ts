import { isRecord, parseJson } from "#model/json-tree.ts";
import { recordAt, textAt } from "../json/shape.ts";

/** A place that an asset of a stack is published to. */
export interface Publishing {
  readonly kind: "file" | "docker-image";
  /** The name of the asset, and that of the place. */
  readonly asset: string;
  readonly destination: string;
  /** The role that publishes it; absent where whoever runs the tool does so himself. */
  readonly role?: string;
}

/**
 * What an asset manifest says of who publishes; nothing where a document is none.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_cloud-assembly-schema.AssetManifest.html
 */
export function publishingIn(text: string): readonly Publishing[] {
  const manifest = parseJson(text);
  return [...assetsIn(manifest, "files", "file"), ...assetsIn(manifest, "dockerImages", "docker-image")];
}

function assetsIn(manifest: unknown, list: string, kind: Publishing["kind"]): readonly Publishing[] {
  return Object.entries(recordAt(manifest, list) ?? {}).flatMap(([asset, one]) =>
    Object.entries(recordAt(one, "destinations") ?? {})
      .filter(([, place]) => isRecord(place))
      .map(([destination, place]) => {
        const role = textAt(place, "assumeRoleArn");
        return { kind, asset, destination, ...(role !== undefined && { role }) };
      }),
  );
}
