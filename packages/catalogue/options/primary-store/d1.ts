import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { cloudflareD1 } from '../../prices/cloudflare-d1.ts';

const wiki: Source = { title: 'halideworks/onelight wiki, Pricing: rates read from Cloudflare pages', asOf: '2026-08-03', confidence: 'C' };

export default defineOption({
  id: 'd1', decision: 'primary-store', name: 'Cloudflare D1', summary: 'SQLite beside Workers, billed by rows; nothing while idle',
  technologies: ['d1'], provides: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'full-text', 'flexible-schema', 'scale-to-zero'],
  requires: ['provider:cloudflare', 'platform:edge-functions'], tags: ['store:relational', 'store:sqlite', 'managed'], conflicts: [],
  parameters: {
    rowRead: cloudflareD1.rowRead, rowWritten: cloudflareD1.rowWritten, storage: cloudflareD1.storage,
    includedReads: fact('rows read in the paid plan', 25e9, '1/month', wiki), includedWrites: fact('rows written in the paid plan', 50e6, '1/month', wiki), includedStorage: fact('storage in the paid plan', 5e9, 'B', wiki),
    rowsPerRead: assumption('rows one read touches', interval(1, 10, 50), 'ratio', 'index look-ups and short lists; a scan touches every row'),
    rowsPerWrite: assumption('rows one write touches, with indexes', interval(1, 2, 4), 'ratio', 'row and index entries'),
    writeLimit: assumption('commits a second of one database', interval(50, 150, 500), '1/s', 'one writer, queries run one after another'),
    largestStored: fact('size of one database on the paid plan', 10e9, 'B', { title: 'Cloudflare D1 limits (recalled: verify)', url: 'https://developers.cloudflare.com/d1/platform/limits/', asOf: '2026-04-21', confidence: 'D' }),
    available: assumption('database in service', interval(0.998, 0.999, 0.9995), 'ratio', 'one primary that is started again elsewhere; no commitment read'),
    careHours: assumption('care a month', interval(1, 3, 5), 'h/month', 'managed; queries and sizes'),
    setupHours: assumption('set-up: schema, migrations, bindings', interval(8, 14, 26), 'h', 'SQLite’s rules inside Workers'),
    appendOverhead: assumption('table and index bytes ÷ bytes as sent', interval(1.2, 1.4, 2), 'ratio', 'B-tree pages part empty and one index'),
  },
  figures: [
    { id: 'stored', label: 'data held', unit: 'B', formula: 'recordBytes + appendOnPrimary * appendBytes * appendOverhead' },
    { id: 'rowsRead', label: 'rows read a month', unit: '1/month', formula: '(recordReadMean * (1 - cacheHitShare) * rowsPerRead + appendOnPrimary * (appendLookupPeak * rowsPerRead + aggregationPeak * aggregationScanRows)) * secondsPerMonth' },
    { id: 'rowsWritten', label: 'rows written a month', unit: '1/month', formula: '(recordWriteMean + storeWritesExtra + appendOnPrimary * appendMean) * rowsPerWrite * secondsPerMonth' },
  ],
  costs: [
    { id: 'reads', label: 'rows read', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, rowsRead - includedReads) * rowRead' },
    { id: 'writes', label: 'rows written', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, rowsWritten - includedWrites) * rowWritten' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * max(0 * oneByte, stored - includedStorage) * storage' },
  ],
  limits: [
    { id: 'writes', label: 'commits a second', unit: '1/s', demand: 'recordWritePeak + storeWritesExtra + appendOnPrimary * appendPeak / 10', limit: 'writeLimit', why: 'one writer a database (appended rows in batches of ten)' },
    { id: 'stored', label: 'data of one database', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'a database ends at this size' },
  ],
  latency: { p50: '0.005 * oneSecond', p99: '0.05 * oneSecond' }, availability: 'available',
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'schema, migrations, bindings' }, run: { formula: 'careHours', reason: 'queries and sizes' }, parts: 1,
  gains: 'SQL beside the function for nothing while idle, with point-in-time restore', gives: '10 GB and one writer a database; a query that scans is billed for every row',
  rollback: 'export SQL, load PostgreSQL, reach it through a pooled connection from the same functions',
});
