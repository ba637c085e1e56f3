import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'cosmos-db', name: 'Azure Cosmos DB', kind: 'nosql-db', aliases: ['cosmos'],
  summary: 'document store billed by request units, in one or many regions',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['point-read', 'range-scan', 'conditional-write', 'append-heavy', 'ttl', 'flexible-schema', 'unique-constraint', 'scale-to-zero'],
  bestFor: ['access by key on Azure', 'several writing regions'],
  avoidWhen: ['joins and reports', 'cost that must be predictable to the query'],
  strainsUnder: ['hot partitions', 'queries across partitions'],
  failureModes: ['hot-partition', 'quota-cost-runaway'],
  limits: {
    uptime: fact('single-region monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  },
  burden: { level: 2, reason: 'partition keys and request-unit budgets' },
  alternatives: ['dynamodb', 'mongodb'],
  migrationPaths: [
    { to: 'postgresql', how: 'export, load, write both for a while' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/cosmos-db/',
});
