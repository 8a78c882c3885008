import { region } from "./policies.ts";
import { all, arn, type ResourceType, tagged } from "./types.ts";

export const machines: readonly ResourceType[] = [
  {
    type: "aws_instance",
    computed: ["arn", "id", "instance_state", "primary_network_interface_id", "private_dns", "private_ip", "public_ip"],
    values: (place) => ({
      ...all("", "host_id", "key_name", "password_data", "public_dns", "public_ip"),
      ...all([], "ebs_block_device", "ephemeral_block_device", "network_interface", "security_groups"),
      ...all(null, "timeouts", "user_data_base64", "volume_tags"),
      ...all(false, "disable_api_stop", "get_password_data", "hibernation", "monitoring"),
      ami: `ami-${place.own().hex(17)}`,
      arn: arn("ec2", `instance/i-${place.own().hex(17)}`),
      availability_zone: "eu-central-1a",
      capacity_reservation_specification: [
        { capacity_reservation_preference: "open", capacity_reservation_target: [] },
      ],
      cpu_options: [{ amd_sev_snp: "", core_count: 2, threads_per_core: 2 }],
      credit_specification: [{ cpu_credits: "unlimited" }],
      ebs_optimized: true,
      enclave_options: [{ enabled: false }],
      iam_instance_profile: `${place.service}-exec`,
      id: `i-${place.own().hex(17)}`,
      instance_state: "running",
      instance_type: "m6g.large",
      maintenance_options: [{ auto_recovery: "default" }],
      metadata_options: [{ http_endpoint: "enabled", http_put_response_hop_limit: 1, http_tokens: "required" }],
      primary_network_interface_id: `eni-${place.own().hex(17)}`,
      private_dns: "ip-10-0-1-2.eu-central-1.compute.internal",
      private_ip: `10.0.${place.own().below(255)}.12`,
      root_block_device: [{ encrypted: true, iops: 3000, kms_key_id: arn("kms", "key/one"), volume_size: 100 }],
      subnet_id: `subnet-${place.own().hex(17)}`,
      ...tagged(place),
      tenancy: "default",
      user_data: place.own().hex(40),
      vpc_security_group_ids: [`sg-${place.own().hex(17)}`],
    }),
  },
  {
    type: "aws_cloudwatch_dashboard",
    computed: ["dashboard_arn", "id"],
    values: ({ service }) => ({
      dashboard_arn: arn("cloudwatch", `dashboard/${service}`),
      dashboard_body: JSON.stringify({
        widgets: ["Errors", "Duration", "Invocations", "Throttles"].map(widget(service)),
      }),
      dashboard_name: service,
      id: service,
    }),
  },
];

function widget(service: string) {
  return (metric: string, row: number) => ({
    height: 6,
    properties: { metrics: [["AWS/Lambda", metric, "FunctionName", `${service}-handler`]], region, title: metric },
    type: "metric",
    width: 12,
    y: row * 6,
  });
}
