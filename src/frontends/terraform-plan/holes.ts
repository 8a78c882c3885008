import { hole } from "#model/value.ts";
import { at } from "../json/shape.ts";
import type { Address } from "./address.ts";
import type { Block, Configuration } from "./configuration.ts";
import { allReferences, referencesIn } from "./expressions.ts";
import { expressionsAt } from "./expressions-at.ts";
import { lazyHole, type Origin } from "./lazy-hole.ts";
import { oneOfSeveral } from "./references.ts";
import type { Resolver } from "./resolver.ts";
import type { HoleAt, Path } from "./view.ts";

/**
 * Makes the holes of one resource instance, whose known values are `values`. What they wait for is looked up in the
 * configuration when somebody asks.
 */
export function holesOf(
  address: Address | undefined,
  values: unknown,
  configuration: Configuration | undefined,
  resolver: Resolver,
): HoleAt {
  if (address === undefined || configuration === undefined) return () => hole("computed-at-apply");
  return (path) =>
    lazyHole("computed-at-apply", () => {
      const block = configuration.block(address);
      return block === undefined ? untold : originOf(address, block, values, path, resolver);
    });
}

const untold: Origin = { refs: [], unset: false };

function originOf(address: Address, block: Block, values: unknown, path: Path, resolver: Resolver): Origin {
  // A block without any argument has no expressions in the plan at all.
  const written = at(block.resource, "expressions") ?? {};
  const { expressions, several, unset } = expressionsAt(written, values, path);
  const { modules, moduleKeys, key } = address;
  const forEach = referencesIn(at(block.resource, "for_each_expression"));
  const refs = resolver.resolve(expressions.flatMap(allReferences), {
    modules,
    moduleKeys,
    key,
    calls: block.calls,
    forEach,
  });
  return { refs: several ? refs.map(oneOfSeveral) : refs, unset: unset && !(isData(address) && path.length > 1) };
}

/**
 * Nothing inside the blocks of a data source is chosen by its provider: what is not written there comes from a
 * generated block.
 */
function isData({ relative }: Address): boolean {
  return relative.startsWith("data.");
}
