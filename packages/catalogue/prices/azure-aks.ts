import { pricePerHour } from '../define.ts';
import { infracost } from './price-sources.ts';

/** Azure Kubernetes Service. */
export const azureAks = {
  controlPlane: pricePerHour('AKS Standard tier', 0.1, infracost('azure', 'kubernetes_cluster_test', '2024-08-30')),
};
