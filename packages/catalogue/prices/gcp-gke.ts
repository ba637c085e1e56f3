import { pricePerHour } from '../define.ts';
import { infracost } from './price-sources.ts';

/** Google Kubernetes Engine. */
export const gcpGke = {
  controlPlane: pricePerHour('GKE control plane', 0.1, infracost('google', 'container_cluster_test', '2026-07-01')),
};
