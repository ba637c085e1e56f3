import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'dynamodb', name: 'Amazon DynamoDB', kind: 'nosql-db', aliases: ['dynamo', 'ddb'],
  summary: 'key-value and document store billed by request',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['transactions', 'unique-constraint', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'typed-columns', 'ttl', 'time-partition', 'flexible-schema', 'scale-to-zero'],
  bestFor: ['access by known keys at any rate', 'spiky serverless load'],
  avoidWhen: ['ad-hoc queries, joins, reports'],
  strainsUnder: ['hot keys', 'access patterns found late'],
  failureModes: ['hot-partition', 'quota-cost-runaway'],
  limits: {
    keyReads: fact('read units a second of one key', 3000, '1/s', { title: 'AWS DynamoDB developer guide, adaptive capacity (code index 52147639151)', asOf: '2026-10-01', confidence: 'A' }),
    keyWrites: fact('write units a second of one key', 1000, '1/s', { title: 'AWS DynamoDB developer guide, adaptive capacity (code index 52147639151)', asOf: '2026-10-01', confidence: 'A' }),
    item: fact('item size', 400_000, 'B', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
    transaction: fact('items of one transaction', 100, 'count', { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'key design and capacity mode' },
  alternatives: ['postgresql', 'mongodb', 'cassandra'],
  migrationPaths: [
    { to: 'postgresql', how: 'export to S3, load, write both for a while' },
  ],
  deprecations: [
    { what: 'on-demand prices halved', when: '2024-11-01', source: { title: 'infracost dynamodb_table_test of 2024-11-15', asOf: '2024-11-15', confidence: 'B' } },
  ],
  identifiers: { npm: '@aws-sdk/client-dynamodb' },
  documentation: 'https://docs.aws.amazon.com/amazondynamodb/',
});
