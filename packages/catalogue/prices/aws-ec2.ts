import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour } from '../define.ts';
import { infracost } from './price-sources.ts';

const karpenter: Source = {
  title: 'aws/karpenter-provider-aws zz_generated.pricing_aws.go @1d927085, generated from the AWS price API, us-east-1',
  url: 'https://github.com/aws/karpenter-provider-aws',
  asOf: '2026-07-20', confidence: 'A',
};

/** Amazon EC2 on demand, Linux, us-east-1. */
export const awsEc2 = {
  t4gMicro: pricePerHour('EC2 t4g.micro (2 burstable vCPU, 1 GiB)', 0.0084, karpenter),
  t4gSmall: pricePerHour('EC2 t4g.small (2 burstable vCPU, 2 GiB)', 0.0168, karpenter),
  m7gMedium: pricePerHour('EC2 m7g.medium (1 vCPU, 4 GiB)', 0.0408, karpenter),
  m7gLarge: pricePerHour('EC2 m7g.large (2 vCPU, 8 GiB)', 0.0816, karpenter),
  c7gMedium: pricePerHour('EC2 c7g.medium (1 vCPU, 2 GiB)', 0.0363, karpenter),
  c7gLarge: pricePerHour('EC2 c7g.large (2 vCPU, 4 GiB)', 0.0725, karpenter),
  r7gLarge: pricePerHour('EC2 r7g.large (2 vCPU, 16 GiB)', 0.1071, karpenter),
  disk: pricePerGigabyteMonth('EBS gp3', 0.08, infracost('aws', 'ebs_volume_test')),
};
