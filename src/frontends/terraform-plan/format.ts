/** The parts of Terraform's plan JSON that are read here. Everything may be missing: versions differ. https://developer.hashicorp.com/terraform/internals/json-format */
export type Json = Readonly<Record<string, unknown>>;

export interface RawExpression {
  readonly constant_value?: unknown;
  readonly references?: readonly string[];
}

export interface RawConfigResource {
  readonly address: string;
  readonly mode?: string;
  readonly provider_config_key?: string;
  readonly expressions?: Json;
  readonly count_expression?: RawExpression;
  readonly for_each_expression?: RawExpression;
}

export interface RawModuleCall {
  readonly expressions?: Json;
  readonly count_expression?: RawExpression;
  readonly for_each_expression?: RawExpression;
  readonly module?: RawModule;
}

export interface RawModule {
  readonly resources?: readonly RawConfigResource[];
  readonly module_calls?: Readonly<Record<string, RawModuleCall>>;
  readonly outputs?: Readonly<Record<string, { readonly expression?: RawExpression }>>;
  readonly variables?: Readonly<Record<string, { readonly sensitive?: boolean; readonly default?: unknown }>>;
}

export interface RawProvider {
  readonly name?: string;
  readonly full_name?: string;
  readonly alias?: string;
  readonly expressions?: Json;
}

export interface RawConfiguration {
  readonly provider_config?: Readonly<Record<string, RawProvider>>;
  readonly root_module?: RawModule;
}

export interface RawChange {
  readonly actions?: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  readonly importing?: unknown;
}

export interface RawResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly module_address?: string;
  readonly mode?: string;
  readonly type: string;
  readonly name?: string;
  readonly index?: string | number;
  readonly provider_name?: string;
  readonly deposed?: string;
  readonly change?: RawChange;
}

export interface RawStateResource {
  readonly address: string;
  readonly mode?: string;
  readonly type: string;
  readonly name?: string;
  readonly index?: string | number;
  readonly provider_name?: string;
  readonly values?: unknown;
  readonly sensitive_values?: unknown;
}

export interface RawStateModule {
  readonly address?: string;
  readonly resources?: readonly RawStateResource[];
  readonly child_modules?: readonly RawStateModule[];
}
