import { pricePerMonth } from '../define.ts';
import { infracost } from './price-sources.ts';

/** What a Google Cloud project needs whatever runs in it. */
export const gcpAccount = {
  dnsZone: pricePerMonth('Cloud DNS zone', 0.2, infracost('google', 'dns_managed_zone_test')),
  key: pricePerMonth('Cloud KMS key version', 0.06, infracost('google', 'kms_crypto_key_test')),
};
