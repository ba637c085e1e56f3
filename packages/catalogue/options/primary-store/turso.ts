import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { ATTESTED } from '../../attestations.ts';
import { restartedByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { tursoPrices } from '../../prices/turso.ts';

const plan: Source = { title: 'api-evangelist/turso plans/turso-plans-pricing.yml @8cd9891e', url: 'https://turso.tech/pricing', asOf: '2026-06-12', confidence: 'C' };

export default defineOption({
  id: 'turso', decision: 'primary-store', name: 'Turso (hosted SQLite)', summary: 'SQLite over the network or embedded as a replica, billed by rows',
  technologies: ['turso'], provides: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'full-text', 'flexible-schema', 'scale-to-zero'],
  requires: [], attested: ATTESTED.turso, tags: ['store:relational', 'store:sqlite', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    plan: tursoPrices.developer, rowRead: tursoPrices.rowRead, rowWritten: tursoPrices.rowWritten, storage: tursoPrices.storage,
    includedReads: fact('rows read in the plan', 2.5e9, '1/month', plan), includedStorage: fact('storage in the plan', 9e9, 'B', plan),
    includedWrites: assumption('rows written in the plan', interval(10e6, 25e6, 25e6), '1/month', 'the free plan includes ten million; the Developer plan more, not stated in the source'),
    rowsPerRead: assumption('rows one read touches', interval(1, 10, 50), 'ratio', 'index look-ups and short lists; a scan touches every row'),
    rowsPerWrite: assumption('rows one write touches, with indexes', interval(1, 2, 4), 'ratio', 'row and index entries'),
    writeLimit: assumption('commits a second of one database', interval(100, 300, 1_000), '1/s', 'one writer, replicated before it is acknowledged'),
    largestStored: assumption('data planned for one database', interval(20e9, 50e9, 100e9), 'B', 'a database per tenant spreads it; one large file does not'),
    available: assumption('primary in service', interval(0.998, 0.999, 0.9995), 'ratio', 'no commitment read for this plan'),
    careHours: assumption('care a month', interval(1, 3, 5), 'h/month', 'managed; queries and quotas'),
    setupHours: assumption('set-up: schema, migrations, replicas', interval(8, 14, 26), 'h', 'SQLite’s rules and a young client'),
    appendOverhead: assumption('table and index bytes ÷ bytes as sent', interval(1.2, 1.4, 2), 'ratio', 'B-tree pages part empty and one index'),
  },
  figures: [
    { id: 'stored', label: 'data held', unit: 'B', formula: 'recordBytes + appendOnPrimary * appendBytes * appendOverhead' },
    { id: 'rowsRead', label: 'rows read a month', unit: '1/month', formula: '(recordReadMean * (1 - cacheHitShare) * rowsPerRead + appendOnPrimary * (appendLookupPeak * rowsPerRead + aggregationPeak * aggregationScanRows)) * secondsPerMonth' },
    { id: 'rowsWritten', label: 'rows written a month', unit: '1/month', formula: '(recordWriteMean + storeWritesExtra + appendOnPrimary * appendMean) * rowsPerWrite * secondsPerMonth' },
  ],
  costs: [
    { id: 'plan', label: 'plan', unit: 'USD/month', dimension: 'base', formula: 'plan' },
    { id: 'reads', label: 'rows read', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, rowsRead - includedReads) * rowRead' },
    { id: 'writes', label: 'rows written', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, rowsWritten - includedWrites) * rowWritten' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(0 * oneByte, stored - includedStorage) * storage' },
  ],
  limits: [
    { id: 'writes', label: 'commits a second', unit: '1/s', demand: 'recordWritePeak + storeWritesExtra + appendOnPrimary * appendPeak / 10', limit: 'writeLimit', why: 'one writer a database (appended rows in batches of ten)' },
    { id: 'stored', label: 'data of one database', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'one file that is copied and restored whole' },
  ],
  latency: { p50: '0.005 * oneSecond', p99: '0.03 * oneSecond' }, availability: 'available',
  recovery: restartedByService,
  build: { formula: 'setupHours', reason: 'schema, migrations, replicas' }, run: { formula: 'careHours', reason: 'queries and quotas' }, parts: 1,
  gains: 'a database for each tenant for nothing more, and reads from a replica inside the process', gives: 'one writer a database, a young platform, and a bill that follows rows scanned',
  rollback: 'dump the SQLite file and serve it elsewhere',
});
