import { fact } from '@archwright/kernel';
import { pricePerGigabyte, pricePerHour } from '../define.ts';
import { infracost } from './price-sources.ts';

/** Google Cloud load balancing, NAT and premium-tier internet egress, us-central1. */
export const gcpNetwork = {
  forwardingRule: pricePerHour('Cloud Load Balancing, first five forwarding rules', 0.025, { ...infracost('google', 'compute_target_grpc_proxy_test'), note: 'taken from the proxy instance rate' }),
  processed: pricePerGigabyte('Cloud Load Balancing, data processed', 0.008, infracost('google', 'compute_forwarding_rule_test')),
  egress: pricePerGigabyte('Google Cloud internet egress, first 1 TB', 0.12, infracost('google', 'storage_bucket_test')),
  egressOver1: pricePerGigabyte('Google Cloud internet egress, 1-10 TB', 0.11, infracost('google', 'storage_bucket_test')),
  egressOver10: pricePerGigabyte('Google Cloud internet egress, above 10 TB', 0.08, infracost('google', 'storage_bucket_test')),
  firstTier: fact('end of the first egress tier', 1e12, 'B/month', infracost('google', 'storage_bucket_test')),
  secondTier: fact('end of the second egress tier', 10e12, 'B/month', infracost('google', 'storage_bucket_test')),
};
