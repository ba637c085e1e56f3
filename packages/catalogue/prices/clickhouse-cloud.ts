import type { Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerGigabyteMonth, pricePerHour, pricePerMonth } from '../define.ts';

const plan: Source = { title: 'api-evangelist/clickhouse plans/clickhouse-plans-pricing.yml @3d2d9334, quoting clickhouse.com/pricing.md, AWS us-east-1', url: 'https://clickhouse.com/pricing', asOf: '2026-09-05', confidence: 'B' };

/** ClickHouse Cloud on AWS us-east-1. */
export const clickhouseCloud = {
  basicMonth: pricePerMonth('ClickHouse Cloud Basic, one 8 GiB replica with 500 GB compressed', 66.52, { ...plan, note: 'the vendor’s example bill: the service idles most of the day' }),
  unit: pricePerHour('ClickHouse Cloud compute unit (2 vCPU, 8 GiB), Enterprise rate', 0.3903, { ...plan, note: 'the Scale rate is lower; used as the upper bound' }),
  storage: pricePerGigabyteMonth('ClickHouse Cloud compressed storage', 0.0253, plan),
  streamingIngest: pricePerGigabyte('ClickPipes streaming ingest', 0.04, plan),
};
