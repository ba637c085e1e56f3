import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'api-gateway', name: 'Amazon API Gateway', kind: 'api-gateway',
  summary: 'managed HTTP and WebSocket front for functions',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections'],
  bestFor: ['functions on AWS'],
  avoidWhen: ['very high request rates'],
  strainsUnder: ['price a million requests', 'throttle of the account'],
  failureModes: ['provider-rate-limit'],
  limits: {
    throttle: fact('requests a second of an account by default', 10_000, '1/s', { title: 'Amazon API Gateway developer guide, limits', url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html', asOf: '2026-10-01', confidence: 'A' }),
    connection: fact('longest WebSocket connection', 7_200, 's', { title: 'Amazon API Gateway developer guide, WebSocket quotas', asOf: '2026-10-01', confidence: 'A' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['cloudfront'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.aws.amazon.com/apigateway/',
});
