import { assumption, interval } from '@archwright/kernel';
import { streamedFile } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { storedFigure } from './shared/relational.ts';

/** Reads and writes happen inside the process: its CPU and its outages are those of the server, counted at the compute point. */
export default defineOption({
  id: 'sqlite', decision: 'primary-store', name: 'SQLite on the server’s disk', summary: 'one file beside the one process, streamed to an object store as backup',
  technologies: ['sqlite'],
  provides: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'full-text', 'flexible-schema', 'in-memory'],
  requires: ['platform:virtual-machines', 'zones:one'], tags: ['store:relational', 'store:sqlite', 'self-run'], conflicts: [],
  parameters: {
    disk: { ...ec2Node.diskPrice, label: 'block storage of the server (EBS gp3 taken for all)' },
    readRate: assumption('record reads a second on one server', interval(10_000, 30_000, 100_000), '1/s', 'no network hop; hot pages are in memory'),
    writeRate: assumption('commits a second through the single writer', interval(300, 1_000, 5_000), '1/s', 'one writer at a time with a write-ahead log on network block storage'),
    scanRate: assumption('rows a second one query aggregates', interval(0.3e6, 1e6, 3e6), '1/s', 'one core, whole rows'),
    largestStored: assumption('data one file is planned for', interval(20e9, 50e9, 200e9), 'B', 'copying and restoring the file must fit an hour'),
    appendOverhead: assumption('table and index bytes ÷ bytes as sent', interval(1.2, 1.4, 2), 'ratio', 'B-tree pages part empty and one index'),
    durable: assumption('share of time the file is sound and writable', interval(0.9995, 0.9999, 1), 'ratio', 'full disks and migrations that lock the file; the server’s own outages are counted at the compute point'),
    careHours: assumption('care a month: backup stream, restore drill', interval(0.5, 1.5, 3), 'h/month', 'nothing to patch or connect to'),
    setupHours: assumption('set-up: schema, migrations at start, backup stream', interval(4, 10, 18), 'h', 'no server, roles or pools'),
  },
  figures: [
    storedFigure,
    { id: 'writes', label: 'commits a second at peak', unit: '1/s', formula: 'recordWritePeak + storeWritesExtra + appendOnPrimary * appendPeak / 10' },
    { id: 'scanned', label: 'rows aggregated a second', unit: '1/s', formula: 'appendOnPrimary * aggregationPeak * aggregationScanRows' },
  ],
  costs: [{ id: 'disk', label: 'disk of the file and its copy', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * 2 * stored * disk' }],
  limits: [
    { id: 'deployables', label: 'processes that write', unit: 'count', demand: 'deployables', limit: '2', why: 'a file serves the process and its worker on one server, not services of their own' },
    { id: 'writes', label: 'commits a second', unit: '1/s', demand: 'writes / headroom', limit: 'writeRate', why: 'there is one writer at a time (appended rows in batches of ten)' },
    { id: 'reads', label: 'reads a second', unit: '1/s', demand: 'recordReadPeak * (1 - cacheHitShare) / headroom', limit: 'readRate', why: 'reads use the cores that also answer requests' },
    { id: 'scan', label: 'rows aggregated a second', unit: '1/s', demand: 'scanned / headroom', limit: 'scanRate', why: 'aggregations share the server with requests' },
    { id: 'stored', label: 'data of one file', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'copying and restoring the file must fit an hour' },
  ],
  latency: { p50: '0.0001 * oneSecond', p99: '0.005 * oneSecond' }, availability: 'durable',
  recovery: streamedFile,
  build: { formula: 'setupHours', reason: 'schema, migrations, backup stream' }, run: { formula: 'careHours', reason: 'backup stream and restore drills' }, parts: 0,
  gains: 'no database server, no network hop, and a backup that is a file',
  gives: 'one server for ever: a second one, or many writers at once, means another store',
  rollback: 'dump, adapt types and load into PostgreSQL; plan a day',
});
