import { pricePerMonth } from '../define.ts';
import { infracost } from './price-sources.ts';

/** What an AWS account needs whatever runs in it: DNS, an encryption key, secrets. */
export const awsAccount = {
  dnsZone: pricePerMonth('Route 53 hosted zone', 0.5, infracost('aws', 'route53_zone_test')),
  key: pricePerMonth('KMS key', 1, infracost('aws', 'kms_key_test')),
  secret: pricePerMonth('Secrets Manager secret', 0.4, infracost('aws', 'secretsmanager_secret_test')),
};
