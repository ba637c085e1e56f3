import { assumption, fact, interval } from '@archwright/kernel';
import { clickhouseBaseline } from '../../baselines/clickhouse.ts';
import { ATTESTED } from '../../attestations.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { clickhouseCloud } from '../../prices/clickhouse-cloud.ts';
import { bufferedAvailability, noticedShare } from './shared/buffered.ts';

export default defineOption({
  id: 'clickhouse-cloud', decision: 'append-store', name: 'ClickHouse Cloud, two replicas',
  summary: 'column store with replicas in two zones over object storage; compute scales apart from storage',
  technologies: ['clickhouse'], provides: ['append-heavy', 'typed-columns', 'aggregation', 'time-partition', 'ttl', 'range-scan', 'point-read'],
  requires: [], attested: ATTESTED.clickhouseCloud, tags: ['store:columnar', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...clickhouseBaseline, unit: clickhouseCloud.unit, storage: clickhouseCloud.storage,
    vcpuPerUnit: fact('vCPU of one compute unit', 2, 'count', { title: 'api-evangelist/clickhouse plans/clickhouse-plans-pricing.yml @3d2d9334', asOf: '2026-09-05', confidence: 'B' }),
    largestUnits: assumption('compute units of one service', 1_000, 'count', 'replicas of up to 356 GiB; larger on request'),
    available: assumption('service in reach', interval(0.999, 0.9995, 0.9999), 'ratio', 'replicas in several zones; the commitment of the plan was not read'),
    noticedShare,
    careHours: assumption('care a month: batching, schema, cost', interval(2, 4, 8), 'h/month', 'no nodes to patch; parts and materialised views need an eye'),
    setupHours: assumption('set-up: schema, batching, materialised views, second query language', interval(24, 40, 70), 'h', 'a new store for most teams'),
  },
  figures: [
    { id: 'vcpu', label: 'vCPU needed at peak', unit: 'count', formula: '(appendPeak / rowsPerVcpu + aggregationPeak * aggregationScanRows / scanRowsPerVcpu + appendLookupPeak / lookupsPerVcpu) * derating / headroom' },
    { id: 'units', label: 'compute units over replicas', unit: 'count', formula: 'max(2, ceil(vcpu / vcpuPerUnit))' },
  ],
  costs: [
    { id: 'compute', label: 'compute units', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * units * unit' },
    { id: 'storage', label: 'compressed storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * appendBytes * storedShare * storage' },
  ],
  limits: [{ id: 'units', label: 'compute units', unit: 'count', demand: 'units', limit: 'largestUnits', why: 'one service ends at its largest replicas' }],
  availability: bufferedAvailability,
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'schema, batching and queries' }, run: { formula: 'careHours', reason: 'parts, views and cost' }, parts: 1,
  gains: 'aggregations over billions of rows in seconds or less, at about a seventh of the bytes',
  gives: 'rows arrive in batches a moment late, change rarely, and live apart from the records',
  rollback: 'export to object storage as Parquet; the open-source server reads the same schema',
});
