import type { Random } from "./random.ts";

/** One resource of a plan, before it has values. */
export interface Place {
  readonly index: number;
  readonly type: string;
  /** Name of its block. */
  readonly block: string;
  /** Names of the modules on the way; none in the root. */
  readonly modules: readonly string[];
  /** Address of the module instance; empty in the root. */
  readonly module: string;
  /** Key of the module instance. */
  readonly key: string;
  readonly address: string;
  /** What all names of its group begin with. */
  readonly service: string;
  /** For what is the same in all instances of its module. */
  readonly shared: () => Random;
  /** For what is its own. */
  readonly own: () => Random;
}
