import type { Source } from '@archwright/kernel';
import { pricePerHour } from '../define.ts';

const priceList: Source = { title: 'AWS Price List API, AmazonElastiCache, as transcribed in a public repository (code index 70712899090), us-east-1', asOf: '2026-10-02', confidence: 'B' };

/** Amazon ElastiCache for Valkey, us-east-1, on demand, one node. */
export const awsElasticache = {
  valkeyT4gMicro: pricePerHour('ElastiCache Valkey cache.t4g.micro (0.5 GiB)', 0.0128, priceList),
  valkeyT4gSmall: pricePerHour('ElastiCache Valkey cache.t4g.small (1.37 GiB)', 0.0256, priceList),
  valkeyT4gMedium: pricePerHour('ElastiCache Valkey cache.t4g.medium (3.09 GiB)', 0.052, priceList),
  valkeyM7gLarge: pricePerHour('ElastiCache Valkey cache.m7g.large (6.38 GiB)', 0.1264, priceList),
  valkeyR7gLarge: pricePerHour('ElastiCache Valkey cache.r7g.large (13.07 GiB)', 0.1752, priceList),
};
