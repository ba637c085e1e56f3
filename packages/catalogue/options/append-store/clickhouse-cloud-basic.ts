import { assumption, fact, interval } from '@archwright/kernel';
import { clickhouseBaseline } from '../../baselines/clickhouse.ts';
import { ATTESTED } from '../../attestations.ts';
import { restartedByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { clickhouseCloud } from '../../prices/clickhouse-cloud.ts';
import { bufferedAvailability, noticedShare } from './shared/buffered.ts';

export default defineOption({
  id: 'clickhouse-cloud-basic', decision: 'append-store', name: 'ClickHouse Cloud Basic, one replica',
  summary: 'one 8 GiB replica that idles when unused: analytics for a small team',
  technologies: ['clickhouse'], provides: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'range-scan', 'point-read', 'scale-to-zero'],
  requires: [], attested: ATTESTED.clickhouseCloud, tags: ['store:columnar', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...clickhouseBaseline, month: clickhouseCloud.basicMonth, unit: clickhouseCloud.unit,
    vcpu1: fact('vCPU of one replica', 2, 'count', { title: 'api-evangelist/clickhouse plans/clickhouse-plans-pricing.yml @3d2d9334', asOf: '2026-09-05', confidence: 'B' }),
    included: fact('compressed data of the Basic example', 500e9, 'B', { title: 'api-evangelist/clickhouse plans/clickhouse-plans-pricing.yml @3d2d9334', asOf: '2026-09-05', confidence: 'B' }),
    available: assumption('one replica in service', interval(0.995, 0.998, 0.999), 'ratio', 'one replica over object storage: a restart is minutes, no data is lost'),
    noticedShare,
    careHours: assumption('care a month', interval(1, 3, 6), 'h/month', 'no nodes; parts and cost need an eye'),
    setupHours: assumption('set-up: schema, batching, second query language', interval(20, 32, 60), 'h', 'a new store for most teams'),
  },
  figures: [{ id: 'vcpu', label: 'vCPU needed at peak', unit: 'count', formula: '(appendPeak / rowsPerVcpu + aggregationPeak * aggregationScanRows / scanRowsPerVcpu + appendLookupPeak / lookupsPerVcpu) * derating / headroom' }],
  costs: [
    { id: 'base', label: 'one replica, idle most of the day', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * month' },
    { id: 'busy', label: 'compute while busy', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * busyShare * unit' },
  ],
  limits: [
    { id: 'vcpu', label: 'vCPU of one replica', unit: 'count', demand: 'vcpu', limit: 'vcpu1', why: 'the Basic plan has one replica of this size' },
    { id: 'stored', label: 'compressed data', unit: 'B', demand: 'appendBytes * storedShare', limit: 'included', why: 'the price covers this much data' },
  ],
  availability: bufferedAvailability,
  recovery: restartedByService,
  build: { formula: 'setupHours', reason: 'schema, batching and queries' }, run: { formula: 'careHours', reason: 'parts, views and cost' }, parts: 1,
  gains: 'column-store speed for less than a hundred dollars while little is asked',
  gives: 'one replica: a restart interrupts queries, and rows wait in their batches',
  rollback: 'move to the Scale plan in place, or export to Parquet',
});
