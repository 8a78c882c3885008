import { type AttributePolicy, attributePolicy } from "./attribute-policy.ts";
import type { ResourceType } from "./resource-type.ts";

const lakeFormation = { in: "Permissions", of: "lakeformation" } as const;
const grantable = { in: "PermissionsWithGrantOption", of: "lakeformation" } as const;
const lakePrincipal = "Principal.DataLakePrincipalIdentifier";
const someoneOf = (list: string) => `${list}.DataLakePrincipalIdentifier`;

/** Lake Formation, as templates write it. https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html */
const lake: readonly AttributePolicy[] = [
  ...(
    [
      ["AWS::LakeFormation::Permissions", someoneOf("DataLakePrincipal")],
      ["AWS::LakeFormation::PrincipalPermissions", lakePrincipal],
    ] as const
  ).map(([cloudformation, who]) => ({
    cloudformation,
    kind: "data-catalog" as const,
    clauses: [
      { who: [who], may: lakeFormation },
      { who: [who], may: grantable },
    ],
  })),
  {
    cloudformation: "AWS::LakeFormation::DataLakeSettings",
    kind: "data-catalog",
    clauses: [
      { who: [someoneOf("Admins")], may: ["lakeformation:*"] },
      {
        who: [someoneOf("ReadOnlyAdmins")],
        may: ["lakeformation:GetDataLakeSettings", "lakeformation:ListPermissions"],
      },
      { each: "CreateDatabaseDefaultPermissions", who: [lakePrincipal], may: lakeFormation },
      { each: "CreateTableDefaultPermissions", who: [lakePrincipal], may: lakeFormation },
      { who: [someoneOf("ExternalDataFilteringAllowList")], may: ["lakeformation:GetDataAccess"] },
    ],
  },
  {
    cloudformation: "AWS::Glue::Catalog",
    naming: { kind: "data-catalog", names: ["name"] },
    kind: "data-catalog",
    clauses: ["CreateDatabaseDefaultPermissions", "CreateTableDefaultPermissions"].map((each) => ({
      each,
      who: [lakePrincipal],
      may: lakeFormation,
    })),
  },
  {
    cloudformation: "AWS::Glue::Database",
    naming: { kind: "data-catalog", names: ["database_name"] },
    kind: "data-catalog",
    clauses: [{ each: "DatabaseInput.CreateTableDefaultPermissions", who: [lakePrincipal], may: lakeFormation }],
  },
];

/** Assistants and workflows of others, and who may use what one has. Conditions of Q Business and Entity Resolution are not read. */
const services: readonly AttributePolicy[] = [
  {
    // https://docs.aws.amazon.com/codeguru/latest/profiler-ug/resource-based-policies.html
    cloudformation: "AWS::CodeGuruProfiler::ProfilingGroup",
    naming: { kind: "profile", names: ["profiling_group_name"] },
    kind: "profile",
    clauses: [
      {
        who: ["AgentPermissions.Principals"],
        may: ["codeguru-profiler:ConfigureAgent", "codeguru-profiler:PostAgentProfile"],
      },
    ],
  },
  {
    // Whoever is listed gets the data of the subscriptions.
    cloudformation: "AWS::DataZone::SubscriptionTarget",
    naming: { kind: "share", names: ["name"] },
    kind: "share",
    clauses: [{ who: ["AuthorizedPrincipals"], may: ["lakeformation:GetDataAccess"] }],
  },
  {
    cloudformation: "AWS::EntityResolution::PolicyStatement",
    of: "arn",
    kind: "pipeline",
    clauses: [{ who: ["Principal"], may: { in: "Action", of: "entityresolution" }, effect: "Effect" }],
  },
  {
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs-OpenSearch-Dashboards.html
    cloudformation: "AWS::Logs::Integration",
    naming: { kind: "dashboard", names: ["integration_name"] },
    kind: "dashboard",
    clauses: [
      {
        who: ["ResourceConfig.OpenSearchResourceConfig.DashboardViewerPrincipals"],
        may: ["aoss:DashboardsAccessAll"],
      },
    ],
  },
  {
    cloudformation: "AWS::QBusiness::DataAccessor",
    of: "application_id",
    kind: "application",
    clauses: [{ who: ["Principal"], may: { in: "ActionConfigurations.Action", of: "qbusiness" } }],
  },
  {
    cloudformation: "AWS::QBusiness::Permission",
    of: "application_id",
    kind: "application",
    clauses: [{ who: ["Principal"], may: { in: "Actions", of: "qbusiness" } }],
  },
  ...["ActionConnector", "Flow", "KnowledgeBase", "Space", "TopicV2"].map(
    (name): AttributePolicy => ({
      cloudformation: `AWS::QuickSight::${name}`,
      naming: { kind: "dashboard", names: ["name"] },
      kind: "dashboard",
      clauses: [{ each: "Permissions", who: ["Principal"], may: { in: "Actions", of: "quicksight" } }],
    }),
  ),
];

export default [...lake, ...services].map(attributePolicy) satisfies readonly ResourceType[];
