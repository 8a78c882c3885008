import type { LooseSubject } from "#model/semantics.ts";
import { holesOf } from "#model/text.ts";
import { both, either, not } from "#model/truth.ts";
import type { ClaimTests } from "./claim-tests.ts";
import type { Provider } from "./federated-subjects.ts";
import { isFixed } from "./other-claims.ts";

/**
 * A trust that does not ask for an audience takes tokens that were made for others. Little, since only audiences that are registered with the identity provider are taken.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export function audienceOf({ tests, perhaps }: ClaimTests, { name, known }: Provider): readonly LooseSubject[] {
  if (known !== undefined && known.grammars.length === 0) return [];
  const asked = tests.filter((one) => one.claim === "aud");
  const holds = both(not(either(...asked.map(isFixed))), perhaps.length > 0 ? "unknown" : "yes");
  if (holds === "no") return [];
  return [
    {
      holds,
      waits: holds === "unknown" ? [...perhaps, ...asked.flatMap((one) => one.values.flatMap(holesOf))] : [],
      detail: "aud",
      lets: "whoever has a token of the same subject that was made for somebody else",
      issuer: name,
      grade: "little",
      ...(known !== undefined && { documentation: known.documentation }),
    },
  ];
}
