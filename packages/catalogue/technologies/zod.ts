import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'zod', name: 'Zod', kind: 'validation',
  summary: 'TypeScript schemas with inferred types and JSON Schema export',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['API boundaries', 'configuration'],
  avoidWhen: ['bundles that must be tiny'],
  strainsUnder: ['hot paths with deep schemas'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'a library' },
  alternatives: ['valibot'],
  migrationPaths: [
    { to: 'valibot', how: 'both follow Standard Schema: swap module by module' },
  ],
  deprecations: [
    { what: 'Zod 3 interface superseded by 4', when: '2025-07-08', source: { title: 'zod 4.0.0 release notes; day from the page on versioning', asOf: '2026-11-30', confidence: 'B' } },
  ],
  identifiers: { npm: 'zod', context7: '/colinhacks/zod' },
  documentation: 'https://zod.dev/',
});
