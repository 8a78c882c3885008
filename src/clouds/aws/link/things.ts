import type { Resource } from "./resource.ts";

/** Kinds of things that other resources name: by ARN, by name or by reference. */
export type ThingKind =
  | "role"
  | "user"
  | "group"
  | "policy"
  | "instance-profile"
  | "oidc-provider"
  | "saml-provider"
  | "bucket"
  | "key"
  | "queue"
  | "topic"
  | "function"
  | "secret"
  | "repository"
  | "access-point"
  | "account"
  | "api"
  | "application"
  | "backup-vault"
  | "bot"
  | "certificate-authority"
  | "channel"
  | "cluster"
  | "container"
  | "dashboard"
  | "data-catalog"
  | "directory"
  | "document"
  | "domain"
  | "email-identity"
  | "endpoint"
  | "endpoint-service"
  | "event-bus"
  | "event-data-store"
  | "file-system"
  | "glacier-vault"
  | "identity-pool"
  | "image"
  | "investigation-group"
  | "knowledge-base"
  | "layer"
  | "license"
  | "log-destination"
  | "model"
  | "model-package-group"
  | "monitoring-sink"
  | "network-interface"
  | "organization"
  | "organization-policy"
  | "origin-endpoint"
  | "package-domain"
  | "package-repository"
  | "parameter"
  | "payment-key"
  | "permission-set"
  | "phone-number"
  | "pipeline"
  | "portfolio"
  | "profile"
  | "registry"
  | "sequence-store"
  | "service-network"
  | "share"
  | "snapshot"
  | "stream"
  | "table"
  | "table-bucket"
  | "vector-bucket"
  | "workspace"
  | "directory-user"
  | "directory-group"
  | "pool-user"
  | "pool-group"
  | "device-policy";

/** How things of a kind are named. */
export interface Naming {
  readonly kind: ThingKind;
  /** Attributes that hold its name, or another id that it goes by; the first is the one that people know it by. */
  readonly names: readonly string[];
  /** True when AWS makes up all of its names, so that they tell people nothing. */
  readonly generated?: true;
  /** The resource part of its ARN by construction, e.g. `role/path/name`; undefined while a part of it is unknown. */
  readonly arn?: (resource: Resource) => ArnShape | undefined;
}

/** The parts of an ARN that a resource's own attributes decide; region and account come from its provider where they are needed. */
export interface ArnShape {
  readonly service: string;
  readonly regional: boolean;
  readonly accounted: boolean;
  readonly resource: string;
}
