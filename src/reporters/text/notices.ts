import type { Notice } from "#model/notice.ts";
import { printable } from "../printable.ts";
import { showLocation } from "./location.ts";
import type { Paint } from "./paint.ts";

/** More of one kind are counted. */
const mostOfAKind = 5;

/** What was not read, gravest first, and what else is worth saying. */
export function showNotices(notices: readonly Notice[], paint: Paint): readonly string[] {
  const kinds = Map.groupBy(notices, (one) => `${one.level === "incomplete" ? 0 : 1} ${one.code}`);
  return [...kinds]
    .sort(([a], [b]) => Number(a[0]) - Number(b[0]))
    .flatMap(([, group]) => {
      const more =
        group.length > mostOfAKind
          ? [`   and ${group.length - mostOfAKind} more of this kind (${printable(group[0]?.code ?? "")})`]
          : [];
      return [...group.slice(0, mostOfAKind).map((one) => showNotice(one, paint)), ...more];
    });
}

function showNotice(notice: Notice, paint: Paint): string {
  const label = notice.level === "incomplete" ? paint("red", "! INCOMPLETE") : paint("dim", "i");
  const { address } = notice.location;
  const place =
    address === undefined
      ? notice.location.pointer === ""
        ? ""
        : `  ${showLocation(notice.location)}`
      : `  ${printable(address)}`;
  return ` ${label} ${printable(notice.message)}${paint("dim", place)}`;
}
