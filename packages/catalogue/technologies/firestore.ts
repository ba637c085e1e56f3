import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'firestore', name: 'Google Firestore', kind: 'document-db', aliases: ['firebase database'],
  summary: 'serverless document store with listeners for clients',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['transactions', 'point-read', 'range-scan', 'conditional-write', 'flexible-schema', 'ttl', 'scale-to-zero'],
  bestFor: ['mobile applications with offline data', 'small teams on Google Cloud'],
  avoidWhen: ['aggregations and joins', 'high write rates on one document'],
  strainsUnder: ['hot documents', 'reads billed by document'],
  failureModes: ['hot-key', 'quota-cost-runaway'],
  limits: {
    uptime: fact('regional monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Google Cloud list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'rules and indexes only' },
  alternatives: ['mongodb', 'dynamodb'],
  migrationPaths: [
    { to: 'postgresql', how: 'export collections, normalise, load' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://firebase.google.com/docs/firestore',
});
