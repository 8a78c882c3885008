import type { NodeId } from "./node.ts";
import type { Text } from "./text.ts";
import type { Hole } from "./value.ts";

/** Who may act or become an identity. A closed union: what is none of these is `unrecognized`, what cannot be read is `unknown`. */
export type Principal =
  | { readonly kind: "anyone"; readonly text: Text }
  | { readonly kind: "account"; readonly account: string; readonly text: Text }
  | {
      readonly kind: "identity";
      /** The identity in this graph, when it is there. */
      readonly node?: NodeId;
      /** The account it lives in, when its ARN tells. */
      readonly account?: string;
      /** True where that is certainly the account of the policy that names it, whichever it is. */
      readonly own?: true;
      readonly text: Text;
    }
  | { readonly kind: "service"; readonly text: Text }
  | {
      readonly kind: "federated";
      readonly node?: NodeId;
      /** How the identity provider vouches for its people and programs, when that is known. */
      readonly protocol?: "oidc" | "saml";
      /** The URL of an OpenID Connect provider without its scheme, when it is known: `token.actions.githubusercontent.com`. */
      readonly issuer?: string;
      readonly text: Text;
    }
  | { readonly kind: "organization"; readonly text: Text }
  | { readonly kind: "unrecognized"; readonly text: Text }
  | {
      readonly kind: "unknown";
      readonly hole: Hole;
      /** True where it is certainly the whole account of the policy that names it, whichever that is. */
      readonly own?: true;
      /** True where it may be an identity provider, since nothing says that it is an account or an identity. */
      readonly mayBeFederated?: true;
      readonly text: Text;
    };

/** `only` the listed principals (Principal), or everybody else (NotPrincipal). */
export interface PrincipalSet {
  readonly match: "only" | "all-except";
  readonly principals: readonly Principal[];
}
