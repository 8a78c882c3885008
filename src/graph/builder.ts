import type { Attachment, Membership } from "#model/attachment.ts";
import type { Endpoint } from "#model/endpoint.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { GraphBuilder, SubjectFacts } from "#model/graph-builder.ts";
import type { Credential, Identity, Subject, Target, Workload } from "#model/identity.ts";
import type { Notice } from "#model/notice.ts";
import type { PasswordPolicy } from "#model/password-policy.ts";
import type { ResourceChange } from "#model/plan.ts";
import type { Policy, TrustStatement } from "#model/policy.ts";
import type { Settings } from "#model/ruleset.ts";
import type { SecretBearer } from "#model/secret.ts";
import { environmentOf } from "./environments.ts";
import { grantsOf } from "./grants.ts";
import { ownerOf } from "./owners.ts";

/** `prod` of the provider configuration `aws.prod`. */
function aliasOf(providerKey: string): string | undefined {
  return /\.([\w-]+)$/.exec(providerKey)?.[1];
}

/** Collects nodes and edges as clouds add them, then derives the grants. */
export class Builder implements GraphBuilder {
  readonly moment: "before" | "after";
  readonly notices: Notice[] = [];
  /** Secrets that no document marks as such. */
  readonly secrets = new Set<string>();
  readonly #settings: Settings;
  readonly #environment: string | undefined;
  readonly #identities: Identity[] = [];
  readonly #workloads: Workload[] = [];
  readonly #credentials: Credential[] = [];
  readonly #targets: Target[] = [];
  readonly #endpoints: Endpoint[] = [];
  readonly #passwordPolicies: PasswordPolicy[] = [];
  readonly #secretBearers: SecretBearer[] = [];
  readonly #policies: Policy[] = [];
  readonly #trust: TrustStatement[] = [];
  readonly #attachments: Attachment[] = [];
  readonly #memberships: Membership[] = [];

  /** `environment` is the plan's own, as the user named it. */
  constructor(moment: "before" | "after", settings: Settings, environment: string | undefined) {
    this.moment = moment;
    this.#settings = settings;
    this.#environment = environment;
  }

  subject(resource: ResourceChange, cloud: string, facts: SubjectFacts): Subject {
    const { account, accountUnread, name, tags } = facts;
    const { provider, module, stack } = resource.scope;
    const clues = {
      account,
      accountUnread,
      tags,
      provider: aliasOf(provider.key),
      declared: this.#environment,
      stack,
      module,
      name,
      sourceName: resource.name,
    };
    return {
      id: facts.id ?? resource.address,
      name,
      ...(facts.generatedName === true && { generatedName: true }),
      address: resource.address,
      ...(resource.previousAddress !== undefined && { previousAddress: resource.previousAddress }),
      type: resource.type,
      cloud,
      ...(account !== undefined && { account }),
      providerKey: provider.key,
      environment: environmentOf(clues, this.#settings),
      owner: ownerOf(facts, this.#settings),
      action: resource.action,
      presence: resource.mode === "data" ? "outside" : resource.mode,
      at: resource.at,
    };
  }

  addIdentity(node: Identity): void {
    this.#identities.push(node);
  }

  addWorkload(node: Workload): void {
    this.#workloads.push(node);
  }

  addCredential(node: Credential): void {
    this.#credentials.push(node);
  }

  addTarget(node: Target): void {
    this.#targets.push(node);
  }

  addEndpoint(node: Endpoint): void {
    this.#endpoints.push(node);
  }

  addPasswordPolicy(node: PasswordPolicy): void {
    this.#passwordPolicies.push(node);
  }

  addSecretBearer(node: SecretBearer, values: readonly string[]): void {
    this.#secretBearers.push(node);
    for (const value of values) this.secrets.add(value);
  }

  addPolicy(policy: Policy): void {
    this.#policies.push(policy);
  }

  addTrust(statement: TrustStatement): void {
    this.#trust.push(statement);
  }

  addAttachment(attachment: Attachment): void {
    this.#attachments.push(attachment);
  }

  addMembership(membership: Membership): void {
    this.#memberships.push(membership);
  }

  notice(notice: Notice): void {
    this.notices.push(notice);
  }

  build(): AccessGraph {
    return {
      moment: this.moment,
      identities: this.#identities,
      workloads: this.#workloads,
      credentials: this.#credentials,
      targets: this.#targets,
      endpoints: this.#endpoints,
      passwordPolicies: this.#passwordPolicies,
      secretBearers: this.#secretBearers,
      policies: this.#policies,
      attachments: this.#attachments,
      memberships: this.#memberships,
      trust: this.#trust,
      grants: grantsOf(this.#policies, this.#attachments),
    };
  }
}
