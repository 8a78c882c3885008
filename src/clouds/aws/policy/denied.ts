import type { Principal } from "#model/principal.ts";
import type { OpenStatement } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { callers } from "./callers.ts";
import { isDeny } from "./deny.ts";
import { coversAll, keepsOutStrangers } from "./shut.ts";

/** Whether a denial of the same document surely keeps a principal out. */
export function isDenied(principal: Principal, entry: OpenStatement, document: readonly OpenStatement[]): boolean {
  return denials(entry, document).some((one) =>
    keepsOutStrangers(one) === "yes"
      ? !exempted(one).some((left) => mayBe(left, principal))
      : one.conditions.length === 0 && names(one, principal),
  );
}

/** For each denial for everybody but pinned callers, whom it leaves. */
export function namedByDenials(
  entry: OpenStatement,
  document: readonly OpenStatement[],
): readonly (readonly Principal[])[] {
  return denials(entry, document)
    .filter((one) => keepsOutStrangers(one) === "yes")
    .map(exempted);
}

function denials(entry: OpenStatement, document: readonly OpenStatement[]): readonly OpenStatement[] {
  return document.filter((one) => isDeny(one) && one.unread === undefined && coversAll(one, entry) === "yes");
}

/** A denial applies to those who fail all of its tests: whoever is named by one of them is left, and whom NotPrincipal names. */
function exempted({ conditions, principals }: OpenStatement): readonly Principal[] {
  return [...conditions.flatMap(callers), ...(principals?.match === "all-except" ? principals.principals : [])];
}

/** A denial for an account is one for everybody in it. */
function names({ principals }: OpenStatement, principal: Principal): boolean {
  if (principals?.match !== "only") return false;
  return principals.principals.some((one) =>
    one.kind === "account" ? one.account === accountOf(principal) : sameText(one, principal),
  );
}

function mayBe(left: Principal, principal: Principal): boolean {
  if (left.kind === "service") return principal.kind === "service";
  const account = accountOf(principal);
  if (left.kind === "account") return account === undefined || account === left.account;
  if (left.kind !== "identity" || account === undefined) return true;
  return principal.kind === "identity" ? sameText(left, principal) : left.account === account;
}

function sameText(a: Principal, b: Principal): boolean {
  return a.kind === b.kind && showText(a.text) === showText(b.text);
}

function accountOf(principal: Principal): string | undefined {
  return principal.kind === "account" || principal.kind === "identity" ? principal.account : undefined;
}
