import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'valibot', name: 'Valibot', kind: 'validation',
  summary: 'TypeScript schemas in small functions that bundlers can drop',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['code for the edge and the browser'],
  avoidWhen: ['integrations that exist only for Zod'],
  strainsUnder: ['a smaller ecosystem'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'a library' },
  alternatives: ['zod'],
  migrationPaths: [
    { to: 'zod', how: 'both follow Standard Schema: swap module by module' },
  ],
  deprecations: [],
  identifiers: { npm: 'valibot' },
  documentation: 'https://valibot.dev/',
});
