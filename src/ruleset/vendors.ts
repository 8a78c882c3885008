import type { Notice } from "#model/notice.ts";
import type { Ruleset, VendorSetting } from "#model/ruleset.ts";
import type { Layer } from "./layer.ts";
import { type Mistake, quoted } from "./mistake.ts";

/** The vendors of all layers by account id; what a later layer says of a vendor wins. */
export function vendorsOf(layers: readonly Layer[]): ReadonlyMap<string, VendorSetting> {
  return new Map(merged(layers).flatMap((vendor) => vendor.accounts.map((account) => [account, vendor] as const)));
}

function merged(layers: readonly Layer[]): readonly VendorSetting[] {
  const vendors = new Map<string, VendorSetting>();
  for (const [name, written] of layers.flatMap(({ content }) => Object.entries(content.vendors ?? {}))) {
    const externalId = written["external-id"];
    const contractEnds = written["contract-ends"];
    vendors.set(name, {
      ...vendors.get(name),
      name,
      accounts: written.accounts,
      ...(externalId === undefined ? {} : { externalId }),
      ...(contractEnds === undefined ? {} : { contractEnds }),
    });
  }
  return [...vendors.values()];
}

/** An account that is ours and a vendor's, or of two vendors: nobody could tell who is trusted. */
export function vendorMistakes(layers: readonly Layer[]): readonly Mistake[] {
  const ours = new Set(layers.flatMap(({ content }) => Object.keys(content.accounts ?? {})));
  const holders = new Map<string, string>();
  return layers.flatMap((layer) =>
    Object.entries(layer.content.vendors ?? {}).flatMap(([name, { accounts }]) =>
      accounts.flatMap((account, i) => {
        const holder = ours.has(account) ? "us" : (holders.get(account) ?? name);
        holders.set(account, name);
        const place = layer.place(["vendors", name, "accounts", i]);
        return holder === name
          ? []
          : [{ place, message: `account ${quoted(account)} of vendor ${quoted(name)} belongs to ${holder} already` }];
      }),
    ),
  );
}

/** Contracts that have ended: the vendor is still let in, and somebody should know. `today` is YYYY-MM-DD. */
export function endedContracts({ settings, sources }: Ruleset, today: string): readonly Notice[] {
  const vendors = [...new Set(settings.vendors.values())];
  return vendors.flatMap(({ name, contractEnds }) =>
    contractEnds === undefined || contractEnds >= today
      ? []
      : [
          {
            code: "ended-contract",
            level: "info",
            message: `the contract with vendor ${name} ended on ${contractEnds}: renew it, or remove the vendor and the trust in it`,
            location: { document: sources.at(-1) ?? "", pointer: "" },
          },
        ],
  );
}
