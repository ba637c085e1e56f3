import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'vercel-edge', name: 'Vercel Edge Functions', kind: 'edge-compute', aliases: ['vercel edge', 'edge functions'],
  summary: 'edge runtime of Vercel, folded into its functions',
  licence: 'proprietary, managed', status: 'deprecated', replacedBy: ['vercel', 'cloudflare-workers'], versioned: false,
  serves: [],
  bestFor: ['middleware that already uses it'],
  avoidWhen: ['new API functions'],
  strainsUnder: ['no Node.js drivers', '25 s to the first byte'],
  failureModes: [],
  limits: {
    firstByte: fact('longest time to the first byte', 25, 's', { title: 'code index 60272702596', asOf: '2026-06-01', confidence: 'C' }),
  },
  burden: { level: 1, reason: 'managed' },
  alternatives: ['cloudflare-workers'],
  migrationPaths: [
    { to: 'vercel', how: 'drop the edge runtime setting; keep routing middleware' },
  ],
  deprecations: [
    { what: 'Edge Functions deprecated for new standalone functions', when: '2025-06-25', source: { title: 'code index 71566316776, 61032332159', asOf: '2025-06-25', confidence: 'C', note: 'to be confirmed' }, replacement: 'vercel' },
  ],
  identifiers: {},
  documentation: 'https://vercel.com/docs/functions/runtimes/edge',
  knowledgeOnly: 'deprecated: kept so that a repository that uses it is told what replaces it',
});
