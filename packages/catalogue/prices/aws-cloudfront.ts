import { fact } from '@archwright/kernel';
import { pricePerGigabyte, pricePerMillion } from '../define.ts';
import { infracost } from './price-sources.ts';

const distribution = infracost('aws', 'cloudfront_distribution_test');

/** Amazon CloudFront, North America and Europe, first tier. */
export const awsCloudfront = {
  egress: pricePerGigabyte('CloudFront egress', 0.085, distribution),
  egressFree: fact('CloudFront egress free of charge', 1e12, 'B/month', distribution),
  request: pricePerMillion('CloudFront HTTPS request', 1, distribution),
  requestsFree: fact('CloudFront requests free of charge', 1e7, '1/month', distribution),
};
