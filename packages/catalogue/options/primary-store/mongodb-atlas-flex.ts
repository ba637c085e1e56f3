import { assumption, fact, interval } from '@archwright/kernel';
import { ATTESTED } from '../../attestations.ts';
import { replicaSet } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { mongodbAtlas } from '../../prices/mongodb-atlas.ts';

export default defineOption({
  id: 'mongodb-atlas-flex', decision: 'primary-store', name: 'MongoDB Atlas Flex', summary: 'a shared replica set of up to 5 GB and 500 operations a second',
  technologies: ['mongodb'], provides: ['transactions', 'unique-constraint', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'ttl', 'full-text', 'geo', 'flexible-schema'],
  requires: [], attested: ATTESTED.mongodbAtlasFlex, tags: ['store:document', 'store:document-aggregation', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    plan: mongodbAtlas.flex,
    operationLimit: fact('operations a second of the Flex cap', 500, '1/s', { title: 'mirror of the Atlas documentation, Flex costs', asOf: '2026-03-01', confidence: 'B' }),
    stepPrice: fact('price of 100 operations a second more, to the cap of 30 USD', 22 / 500, 'USD*s/month', { title: 'mirror of the Atlas documentation, Flex costs: 8 USD to 30 USD over 500 operations a second', asOf: '2026-03-01', confidence: 'B' }),
    storedLimit: fact('data of the Flex tier', 5e9, 'B', { title: 'api-evangelist/mongodb plans/mongodb-plans-pricing.yml', asOf: '2026-09-20', confidence: 'B' }),
    available: assumption('shared replica set in service', interval(0.998, 0.9995, 0.9999), 'ratio', 'three members; shared tiers carry no commitment'),
    careHours: assumption('care a month', interval(1, 3, 5), 'h/month', 'indexes and quotas'),
    setupHours: assumption('set-up: documents, indexes, validation', interval(8, 16, 28), 'h', 'the shape of documents is the work'),
  },
  figures: [{ id: 'operations', label: 'operations a second at peak', unit: '1/s', formula: 'recordReadPeak * (1 - cacheHitShare) + recordWritePeak + storeWritesExtra + appendOnPrimary * (appendPeak + appendLookupPeak + aggregationPeak * aggregationScanRows / 1000)' }],
  costs: [{ id: 'plan', label: 'Flex by operations', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * (plan + operations * stepPrice)' }],
  limits: [
    { id: 'operations', label: 'operations a second', unit: '1/s', demand: 'operations', limit: 'operationLimit', why: 'the tier is capped' },
    { id: 'stored', label: 'data held', unit: 'B', demand: 'recordBytes + appendOnPrimary * appendBytes', limit: 'storedLimit', why: 'the tier ends at this size' },
  ],
  latency: { p50: '0.003 * oneSecond', p99: '0.03 * oneSecond' }, availability: 'available',
  recovery: replicaSet,
  build: { formula: 'setupHours', reason: 'documents, indexes, validation' }, run: { formula: 'careHours', reason: 'indexes and quotas' }, parts: 1,
  gains: 'documents of any shape on a replica set for 8-30 USD a month', gives: 'shared hardware with hard caps; joins and wide transactions cost more than in SQL',
  rollback: 'dump and restore into a dedicated cluster or another MongoDB',
});
