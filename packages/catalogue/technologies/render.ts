import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'render', name: 'Render', kind: 'paas',
  summary: 'web services, workers and PostgreSQL from a repository',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['small teams without operations'],
  avoidWhen: ['strict cost at scale'],
  strainsUnder: ['price a vCPU'],
  failureModes: ['external-provider-outage'],
  limits: {
    starter: fact('starter instance, a month', 7, 'USD/month', { title: 'render.com/pricing, generated harvest in api-evangelist/render', asOf: '2026-05-04', confidence: 'D' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['fly', 'digitalocean'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://render.com/docs',
  knowledgeOnly: 'the same shape as the platforms priced here (containers by the month), for which no dated list price was at hand',
});
