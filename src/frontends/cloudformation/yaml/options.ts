import type { LoadOptions } from "js-yaml";
import { schema } from "./schema.ts";

/** How every text is read. The depth is far beyond that of any template. */
export const options: LoadOptions & { readonly maxDepth: number } = { schema, maxDepth: 100 };
