import { all, arn, type ResourceType, tagged } from "./types.ts";

export const networks: readonly ResourceType[] = [
  {
    type: "aws_security_group",
    computed: ["arn", "egress", "id", "owner_id"],
    values: (place) => {
      const random = place.own();
      const rule = () => ({
        ...all([], "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"),
        cidr_blocks: [`10.${random.below(255)}.0.0/16`],
        description: `to ${place.service}`,
        from_port: 443,
        protocol: "tcp",
        self: false,
        to_port: 443,
      });
      return {
        arn: arn("ec2", `security-group/sg-${random.hex(17)}`),
        description: "Managed by Terraform",
        egress: [{ ...rule(), cidr_blocks: ["0.0.0.0/0"], from_port: 0, protocol: "-1", to_port: 0 }],
        id: `sg-${random.hex(17)}`,
        ingress: random.list(random.count(4), rule),
        name: `${place.service}-${place.block}`,
        name_prefix: "",
        owner_id: "111122223333",
        revoke_rules_on_delete: false,
        ...tagged(place),
        timeouts: null,
        vpc_id: `vpc-${random.hex(17)}`,
      };
    },
  },
  {
    type: "aws_route53_record",
    computed: ["fqdn", "id"],
    values: ({ service, own }) => ({
      ...all([], "alias", "cidr_routing_policy", "failover_routing_policy", "geolocation_routing_policy"),
      ...all([], "latency_routing_policy", "weighted_routing_policy"),
      allow_overwrite: null,
      fqdn: `${service}.example.com`,
      health_check_id: "",
      id: `Z0123456789_${service}.example.com_A`,
      name: `${service}.example.com`,
      records: [`10.0.${own().below(255)}.7`],
      set_identifier: "",
      ttl: 300,
      type: "A",
      zone_id: "Z0123456789",
    }),
  },
  {
    type: "aws_subnet",
    computed: ["arn", "id", "owner_id"],
    values: (place) => ({
      ...all(false, "assign_ipv6_address_on_creation", "enable_dns64", "map_public_ip_on_launch"),
      arn: arn("ec2", `subnet/subnet-${place.own().hex(17)}`),
      availability_zone: "eu-central-1a",
      cidr_block: `10.${place.own().below(255)}.4.0/24`,
      id: `subnet-${place.own().hex(17)}`,
      ipv6_cidr_block: "",
      owner_id: "111122223333",
      ...tagged(place),
      timeouts: null,
      vpc_id: `vpc-${place.own().hex(17)}`,
    }),
  },
];
