import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'openmeter', name: 'OpenMeter', kind: 'usage-metering',
  summary: 'counts usage events for billing and quotas: deduplicated, windowed, by customer',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: ['aggregation', 'append-heavy'],
  bestFor: ['usage-based prices over many meters'],
  avoidWhen: ['one meter that an aggregate table of the primary store can hold'],
  strainsUnder: ['brings a stream and a column store along'],
  failureModes: ['duplicate-delivery', 'queue-backlog', 'quota-cost-runaway'],
  limits: {
    window: fact('smallest window of a meter, the default', 60, 's', { title: 'OpenMeter documentation, meters: windowSize defaults to MINUTE', url: 'https://openmeter.io/docs/cloud/meters', asOf: 'undated', confidence: 'A' }),
  },
  burden: { level: 4, reason: 'its own stream and column store when self-run' },
  alternatives: ['clickhouse'],
  migrationPaths: [
    { to: 'clickhouse', how: 'meters become aggregating views; invoices are computed from both for one period and compared' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://openmeter.io/docs',
  knowledgeOnly: 'metering is an entity and a mechanism of the design (quota-metering) until its own stream and column store pay; found in repositories',
});
