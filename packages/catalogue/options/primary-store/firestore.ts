import { assumption, fact, interval } from '@archwright/kernel';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { gcpFirestore } from '../../prices/gcp-firestore.ts';

export default defineOption({
  id: 'firestore', decision: 'primary-store', name: 'Firestore', summary: 'serverless documents billed by read and write, free at small scale',
  technologies: ['firestore'], provides: ['transactions', 'point-read', 'range-scan', 'conditional-write', 'flexible-schema', 'ttl', 'scale-to-zero', 'append-heavy'],
  requires: ['provider:gcp'], tags: ['store:document', 'managed'], conflicts: [],
  parameters: {
    keyWrites: fact('writes a second to documents next to one another in an index', 500, '1/s', { title: 'Cloud Firestore documentation, best practices: hotspots', url: 'https://firebase.google.com/docs/firestore/best-practices', asOf: 'undated', confidence: 'B' }),
    read: gcpFirestore.read, write: gcpFirestore.write, storage: gcpFirestore.storage,
    freeReads: fact('document reads without charge (50,000 a day)', 50_000 * 30, '1/month', { title: 'Airbyte, Google Firestore pricing (article undated; day it was read)', asOf: '2026-11-22', confidence: 'C' }),
    freeWrites: fact('document writes without charge (20,000 a day)', 20_000 * 30, '1/month', { title: 'Airbyte, Google Firestore pricing (article undated; day it was read)', asOf: '2026-11-22', confidence: 'C' }),
    documentsPerRead: assumption('documents one read returns', interval(1, 3, 10), 'ratio', 'lists are billed by document'),
    writeLimit: assumption('writes a second of one database', interval(10_000, 50_000, 200_000), '1/s', 'scales by key range if keys are spread; a hot range does not'),
    sla: fact('Firestore regional monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
    careHours: assumption('care a month: rules, indexes, cost', interval(2, 5, 9), 'h/month', 'nothing to size; each new query or report asks for an index, a copy or an export'),
    setupHours: assumption('set-up: documents, rules, indexes', interval(20, 36, 64), 'h', 'queries decide the documents'),
  },
  figures: [],
  costs: [
    { id: 'reads', label: 'document reads', unit: 'USD/month', dimension: 'requests', formula: 'max(0 * onePerMonth, recordReadMean * (1 - cacheHitShare) * documentsPerRead * secondsPerMonth - freeReads) * read' },
    { id: 'writes', label: 'document writes', unit: 'USD/month', dimension: 'requests', formula: 'regionCopies * max(0 * onePerMonth, (recordWriteMean + storeWritesExtra) * secondsPerMonth - freeWrites) * write' },
    { id: 'storage', label: 'storage', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * recordBytes * storage' },
  ],
  limits: [{ id: 'writes', label: 'writes a second', unit: '1/s', demand: 'recordWritePeak + storeWritesExtra', limit: 'writeLimit', why: 'ranges split with the load; a single range is slow to' }],
  latency: { p50: '0.01 * oneSecond', p99: '0.06 * oneSecond' }, availability: 'sla',
  partition: { perKey: 'keyWrites', chosenBy: 'pattern', cure: 'a shard field in front of the indexed value; readers ask for each shard and merge' },
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'documents, rules, indexes' }, run: { formula: 'careHours', reason: 'rules, indexes, cost' }, parts: 1,
  gains: 'nothing to size or pay while small, and clients that listen to changes', gives: 'no joins or aggregations, and every listed document is billed',
  rollback: 'export collections, normalise, load another store while both are written',
});
