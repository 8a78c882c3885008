import { functions } from "./function-types.ts";
import { machines } from "./machine-types.ts";
import { networks } from "./network-types.ts";
import { storage } from "./storage-types.ts";
import type { ResourceType } from "./types.ts";

/** Types that are not about access, though some of them run as an identity. */
export const otherTypes: readonly ResourceType[] = [...storage, ...functions, ...networks, ...machines];
