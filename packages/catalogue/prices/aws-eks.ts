import { pricePerHour } from '../define.ts';
import { infracost } from './price-sources.ts';

/** Amazon EKS, us-east-1. */
export const awsEks = {
  controlPlane: pricePerHour('EKS control plane, standard support', 0.1, infracost('aws', 'eks_cluster_test', '2025-07-07')),
};
